// The memory of a process after chat turns of every kind, by eight people at a time.
import { report } from "./measure.ts";
import { signUp } from "./people.ts";
import { memory, pause, startKarlo, url } from "./process.ts";

const TURNS = 6_400;
const PEOPLE = 8;
/** Turns of one conversation. */
const CONVERSATION_LENGTH = 20;
const MESSAGES = [
  "add buy milk tomorrow at 5pm",
  "show my tasks",
  "complete buy milk",
  "کل دودھ لینا ہے",
  "mujhe kal bill jama karna hai",
  "what is due today",
  "delete task 3",
  "move buy milk to friday",
  "how many tasks do I have",
  "add call the dentist every monday at 9",
];

const karlo = await startKarlo();
await (await fetch(`${url}/sign-in`)).text();
await pause(3_000);
const idle = memory(karlo.pid);
const people = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => signUp(`talker${n}`)));
let left = TURNS;
await Promise.all(people.map(({ cookie }) => talk(cookie)));
report("memory after 6,400 chat turns", memory(karlo.pid), {
  max: 260,
  unit: "MiB",
  detail: `${idle} MiB when idle`,
});
karlo.stop();
await karlo.exited;

async function talk(cookie: string): Promise<void> {
  let conversation: number | undefined;
  for (let turn = 0; left > 0; turn += 1) {
    left -= 1;
    if (turn % CONVERSATION_LENGTH === 0) conversation = undefined;
    const answer = await fetch(`${url}/api/v1/chat`, {
      method: "POST",
      headers: { cookie, origin: url, "content-type": "application/json", prefer: "wait" },
      body: JSON.stringify({
        message: MESSAGES[turn % MESSAGES.length],
        conversation_id: conversation,
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    ({ conversation_id: conversation } = (await answer.json()) as { conversation_id: number });
  }
}
