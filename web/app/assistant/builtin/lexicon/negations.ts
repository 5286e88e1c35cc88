import { wordSet } from "../text/normalise";
import type { Phrases } from "../text/wording";

/** Words by which something is said not to be so. */
export const negations: ReadonlySet<string> = wordSet(
  "not never didnt havent hasnt isnt wasnt werent couldnt cant cannot wont arent hadnt doesnt nor " +
    "nahi nahin nai nhi nahe nhe nae na nahee " +
    "نہیں نہ",
);

/** Words that forbid what the verb beside them says. */
export const prohibitions: Phrases = [
  [
    {
      en: "dont|do not|never",
      ur: "مت|نہ کرنا|نہ کرو|نہ کریں|نہ کیجیے|نہ کیجیے گا|نہ ہٹانا|نہ ہٹاؤ|نہ نکالنا|نہ مٹانا|نہ بدلنا|نہ دینا|نہ دو|نہ دیں",
      roman:
        "mat|na karna|na karo|na karen|na kare|na kijiye|na kijiyega|na hatana|na hatao|na nikalna|na mitana|na badalna|na dena|na do|na den",
    },
    true,
  ],
];

/** What is only thought of, wished or asked leave for: nothing is changed by it without a question. */
export const hedges: Phrases = [
  [
    {
      en: "i might|i may|we might|maybe i|maybe i should|perhaps i|i wish|is it ok if|is it okay if|is it alright if|is it fine if|would it be ok if|would it be okay if|would you rather|im thinking of|i am thinking of|im thinking about|i was thinking of|im not sure if|if i|what if|what happens|what would happen|suppose i|supposing i|not sure if|not sure whether|im tempted to",
      ur: "شاید|سوچ رہا ہوں|سوچ رہی ہوں|کیا میں|اگر میں|اگر ہم|تو کیا ہوگا|تو کیا ہو گا|تو کیا ہوتا ہے",
      roman:
        "shayad|shayed|soch raha hun|soch rahi hun|kya main|kya mein|agar main|agar mein|agar hum|to kya hoga|tu kya hoga|to kya hota hai",
    },
    true,
  ],
];

/** What a person says of an order that was never given. */
export const denials: Phrases = [
  [
    {
      en: "didnt say|did not say|never said|didnt ask|did not ask|never asked|didnt tell|never told",
      ur: "نہیں کہا|نہیں بولا",
      roman: "nahi kaha|nahi bola|nahi kaha tha|nahi bola tha",
    },
    true,
  ],
];
