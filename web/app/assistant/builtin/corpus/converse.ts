import type { AnswerData } from "../../answer-data";
import { detectLanguage } from "../../language";
import { plan } from "../plan";
import type { Call, Outcome, Turn } from "../turn";
import { FakeTools, type Seed } from "./fake-tools";

/** The moment of the corpus: a Saturday morning in Karachi. */
export const CORPUS_NOW = "2026-11-21T09:00:00+05:00[Asia/Karachi]";

/** Says something to the planner until it answers, and gives the calls it made. */
export function converse(
  text: string,
  seeds: readonly Seed[] = [],
  rest: Partial<Turn> = {},
): { calls: Call[]; answer: string; choices: AnswerData["choices"] } {
  const tools = new FakeTools(seeds);
  const outcomes: Outcome[] = [];
  for (let step = 0; step < 10; step++) {
    const planned = plan({
      text,
      language: detectLanguage(text),
      known: seeds.map(({ id, title, completed = false }) => ({ id, title, completed })),
      now: Temporal.ZonedDateTime.from(CORPUS_NOW),
      shown: [],
      listed: [],
      earlier: [],
      questioned: null,
      outcomes,
      ...rest,
    });
    if ("text" in planned) {
      return {
        calls: outcomes.map(({ name, arguments: args }) => ({ name, arguments: args })),
        answer: planned.text,
        choices: planned.choices,
      };
    }
    for (const call of planned.calls) outcomes.push(tools.outcome(call));
  }
  throw new Error(`The planner does not come to an end: ${text}`);
}
