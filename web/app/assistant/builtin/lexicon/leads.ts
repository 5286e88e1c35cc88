import type { Wording } from "../text/wording";

/** What leads to a task in a statement that a command follows: "I can't make the gym, move it". */
export const leads: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "no rush on|no rush with|no rush for|no hurry on|no hurry with|no hurry for|im not going to|i am not going to|i wont be going to|im not doing|i wont be doing|i cant make|i cant make it to|i cant do|i wont make|i wont make it to|i dont have time for|i have no time for|no time for|ive still got to do|ive still got|i still have to do|i still need to do|i still havent done|i havent done|im behind on|im behind with|im working on|i changed my mind about|ive changed my mind about|im sick of|im late for|im late with|ive decided against|i forgot about",
    },
    true,
  ],
];
