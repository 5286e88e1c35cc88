// npm run secrets [STACK]: generates the secrets that a stack lacks and stores them encrypted in its
// configuration. It prints none and replaces none.
import { runCommand } from "./command.ts";
import { makeSecrets } from "./make-secrets.ts";
import { Stack } from "./stack.ts";

await runCommand({ usage: "npm run secrets [STACK]" }, async ({ stack }) =>
  makeSecrets(new Stack(stack), (sentence) => console.log(sentence)),
);
