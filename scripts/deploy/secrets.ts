// npm run secrets [STACK]: makes the secrets that a stack needs and lacks, and stores them encrypted
// in its configuration. It shows none of them and replaces none.
import { command } from "./command.ts";
import { makeSecrets } from "./make-secrets.ts";
import { Stack } from "./stack.ts";

await command({ usage: "npm run secrets [STACK]" }, async ({ stack }) =>
  makeSecrets(new Stack(stack), (sentence) => console.log(sentence)),
);
