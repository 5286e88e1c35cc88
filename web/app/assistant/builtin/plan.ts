import type { AnswerData, Choice } from "../answer-data";
import { act } from "./actions/act";
import { inDigitsOf } from "./answers/quoted";
import { readShown } from "./shown";
import type { Plan, Turn } from "./turn";

/**
 * What to do next in a turn. The plan is made anew at each step from what the person said, and the
 * outcomes so far are fed to it in their order, so nothing has to be kept between two calls.
 */
export function plan(turn: Turn): Plan {
  const offers: (readonly Choice[])[] = [];
  const doubts = new Set<AnswerData["reading"]>();
  const steps = act({
    ...turn,
    offer: (choices) => offers.push(choices),
    doubt: (reading) => doubts.add(reading),
  });
  let used = 0;
  let step = steps.next();
  while (!step.done) {
    const calls = step.value;
    const outcomes = turn.outcomes.slice(used, used + calls.length);
    if (outcomes.length < calls.length) return { calls: calls.slice(outcomes.length) };
    used += calls.length;
    step = steps.next(outcomes);
  }
  const [choices, ...others] = offers;
  const shown = readShown(step.value);
  const reading = doubts.has("unknown") ? "unknown" : doubts.size + offers.length > 0 && "asked";
  return {
    text: inDigitsOf(turn, step.value),
    ...(shown.length > 0 && { shown }),
    ...(reading && { reading }),
    // A number answers one question: of two, neither is offered.
    ...(choices && others.length === 0 && { choices: choices.map(spoken) }),
  };

  function spoken({ label, says }: Choice): Choice {
    const said = inDigitsOf(turn, label);
    return { label: said.charAt(0).toUpperCase() + said.slice(1), says };
  }
}
