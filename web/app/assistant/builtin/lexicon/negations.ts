import { wordSet } from "../text/normalise";

/** Words by which something is said not to be so. */
export const negations: ReadonlySet<string> = wordSet(
  "not never didnt havent hasnt isnt wasnt werent couldnt cant cannot wont arent hadnt doesnt nor " +
    "nahi nahin nai nhi nahe nhe nae na nahee " +
    "نہیں نہ",
);

/** Words that forbid what the verb beside them says. */
export const prohibitions: ReadonlySet<string> = wordSet("dont never mat مت");
