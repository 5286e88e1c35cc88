import { errandVerbs } from "../lexicon/errands";
import { wordSet } from "../text/normalise";
import type { Source, Token } from "../text/tokens";
import {
  bareVerbLength,
  closing,
  courteous,
  endsInCommand,
  isInfinitive,
  isUrduLike,
  opensWith,
} from "./shape";
import { trimPunctuation } from "./utterance";

const SENTENCE = /^[.۔!?؟;؛]$/;
const JOINT = wordSet("and then also plus , ، aur or phir اور پھر نیز &");

/**
 * Verbs that open a command wherever they stand. The others ("finish", "check", "cancel") begin
 * errands as well: "add pay rent and cancel the gym" is two tasks, not a task and a deletion.
 */
const CERTAIN =
  /^(add|create|delete|erase|mark|show|show me|list|reopen|uncheck|untick|remind me|remind me to|rename|tick off|check off|cross off|i need to|i have to|reschedule|postpone|i finished|i completed|get rid of)$/;
/** After an addition these go on with it, or tell that something on the list is done. */
export const DOUBTFUL = /^(complete|finish)$/;
const REFERENCE = /^(task|tasks|#|it|that|this|them|both|the|my|number|all|everything)$/;

/** Cuts a message into the clauses that each hold a command of their own. */
export function clauses(source: Source): Token[][] {
  const parts: Token[][] = [];
  let current: Token[] = [];
  source.tokens.forEach((token, at) => {
    const rest = source.tokens.slice(at + 1);
    const newline = rest[0] ? source.text.slice(token.end, rest[0].start).includes("\n") : false;
    const sentence = SENTENCE.test(token.norm) && (rest[0]?.start ?? 0) > token.end;
    const joint = JOINT.has(token.norm);
    if ((newline || sentence || joint) && current.length > 0 && rest.length > 0) {
      const before = joint ? current : [...current, token];
      if (cuts(before, rest, { hard: newline || sentence, comma: /^[,،]$/.test(token.norm) })) {
        parts.push(before);
        current = [];
        return;
      }
    }
    current.push(token);
  });
  parts.push(current);
  return parts.filter((part) => trimPunctuation(part).length > 0);
}

/** "… urgent kar do": it says what should become of something, in no verb of its own. */
function endsInVerb(tokens: readonly Token[]): boolean {
  const core = courteous(trimPunctuation(tokens));
  return bareVerbLength(core) > 0 && core.length > 2 && !isInfinitive(core.at(-1));
}

/** Nothing but "add them", behind what is to be added. */
function addsBefore(tokens: readonly Token[]): boolean {
  const core = courteous(trimPunctuation(tokens));
  const last = closing.endingAt(core, core.length);
  return last?.value === "add" && core.length - last.length <= 2;
}

/** "… aur us ki priority high kar do": of what was spoken of before the joint. */
function goesOnWith(tokens: readonly Token[]): boolean {
  return OF_IT.test(tokens[0]?.norm ?? "") && bareVerbLength(courteous(tokens)) > 0;
}

const OF_IT = /^(?:is|us|isko|usko|isay|usay|ise|use|اس|اسے)$/;

function cuts(
  before: readonly Token[],
  rest: readonly Token[],
  { hard, comma }: { hard: boolean; comma: boolean },
): boolean {
  const after = trimPunctuation(rest.filter((token, at) => at > 0 || !JOINT.has(token.norm)));
  if (after.length === 0) return false;
  const next = clauseEnd(after);
  // "Phone karna, bill dena, teeno add karo" adds what stands before it.
  if (addsBefore(next) && isInfinitive(trimPunctuation(before).at(-1))) return false;
  if (
    isUrduLike(before) &&
    (endsInCommand(before) || endsInVerb(before)) &&
    (endsInCommand(next) || opensWith(next) || goesOnWith(next))
  )
    return true;
  // "Gym - done. Car wash - done."
  if (hard && endsInCommand(before) && endsInCommand(next)) return true;
  const found = opensWith(after);
  if (!found) return false;
  // "We are out of rice, add rice": behind a statement only what is certainly a command cuts.
  const points = /^(it|that|them)$/.test(after[found.length]?.norm ?? "");
  if (opensWith(before) === null)
    return (
      comma &&
      (CERTAIN.test(found.verb) || (points && (found.intent !== "add" || found.verb === "put")))
    );
  if (CERTAIN.test(found.verb)) return true;
  const doubtful = DOUBTFUL.test(found.verb) && after.length - found.length <= 4;
  if (doubtful && opensWith(before)?.intent === "add") return true;
  // "Add: clean the fridge; wipe the windows" goes on adding.
  const adding = opensWith(before)?.intent === "add" && errandVerbs.has(found.verb);
  if (hard && !adding) return true;
  const object = after[found.length];
  // "… pay the tax and clear the attic" is one thing more; "… and move the dentist to 5" is not.
  const becomes = after.some(({ norm }) => /^(?:to|as|until)$/.test(norm));
  if (adding && /^(?:the|my)$/.test(object?.norm ?? "") && !becomes) return false;
  return REFERENCE.test(object?.norm ?? "") || object?.kind === "number";
}

/** The tokens up to the next joint behind which a command ends, or all of them. */
function clauseEnd(tokens: readonly Token[]): readonly Token[] {
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (
      token &&
      (JOINT.has(token.norm) || SENTENCE.test(token.norm)) &&
      endsInCommand(tokens.slice(0, at))
    ) {
      return tokens.slice(0, at);
    }
  }
  return tokens;
}
