import { act } from "./actions/act";
import { inDigitsOf } from "./answers/quoted";
import type { Plan, Turn } from "./turn";

/**
 * What to do next in a turn. The plan is made anew at each step from what the person said, and the
 * outcomes so far are fed to it in their order, so nothing has to be kept between two calls.
 */
export function plan(turn: Turn): Plan {
  const steps = act(turn);
  let used = 0;
  let step = steps.next();
  while (!step.done) {
    const calls = step.value;
    const outcomes = turn.outcomes.slice(used, used + calls.length);
    if (outcomes.length < calls.length) return { calls: calls.slice(outcomes.length) };
    used += calls.length;
    step = steps.next(outcomes);
  }
  return { text: inDigitsOf(turn, step.value) };
}
