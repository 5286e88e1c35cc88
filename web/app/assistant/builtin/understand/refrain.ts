import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { bareVerbLength, closing, isUrduLike, opening, spoken } from "./shape";

const NOT =
  /^(?:(?:i|we|please|no|ok|you|just|hey|but|and) )*(?:dont|do not|never|shouldnt|should not|must not|mustnt|better not|not)(?: (?:want|need|have|ever|you|to|dare|go|actually|please|yet))* (.*)$/;
const CHANGES = /^(?:delete|complete|reopen|update|restore)$/;
const NEGATION = wordSet("mat na nahi nahin mt مت نہ نہیں");
const NOTHING = wordSet("kuch koi kuchh کچھ کوئی");
const VERB = /^(?:hata|mita|nikal|badal|badl|khol|hta|mta|ہٹا|مٹا|نکال|بدل|کہول)/;

/** Whether a clause says what should not be done: "don't delete it", حذف مت کرنا, gym ko delete na karo. */
export function isRefusal(core: readonly Token[]): boolean {
  return isUrduLike(core) ? refusesInUrdu(core) : refusesInEnglish(core);
}

function refusesInEnglish(core: readonly Token[]): boolean {
  if (/^(?:leave|let|keep) (?!it$).*\b(?:alone|be|as is|as it is|as they are)$/.test(spoken(core)))
    return true;
  const said = NOT.exec(spoken(core))?.[1];
  if (said === undefined) return false;
  const rest = core.slice(core.length - said.split(" ").length);
  const verb = opening.at(rest, 0);
  if (verb && CHANGES.test(verb.value)) return true;
  return /^(?:do|touch|change|remove|add)(?: (?:it|that|this|anything|something|them))?$/.test(
    said,
  );
}

/** The negation stands right before the verb that ends the clause, or behind it. */
function refusesInUrdu(core: readonly Token[]): boolean {
  const at = core.findLastIndex(({ norm, fold }) => NEGATION.has(norm) || NEGATION.has(fold));
  if (at < 0 || at < core.length - 3) return false;
  const plain = core.filter((_, place) => place !== at);
  const [before, behind] = [core.slice(0, at), core.slice(at + 1)];
  // "Kar do na" only asks nicely.
  if (behind.length === 0 && !/^(?:mat|mt|مت)$/.test(core[at]?.norm ?? "")) return false;
  if (VERB.test(behind[0]?.norm ?? "")) return true;
  if (bareVerbLength(plain) === 0) return false;
  const ends = closing.endingAt(plain, plain.length);
  // "Kuch add nahi karna"
  const nothing = before.some(({ norm }) => NOTHING.has(norm));
  if (ends && ends.length > bareVerbLength(plain))
    return CHANGES.test(ends.value) || (ends.value === "add" && nothing);
  // "Mat karo", "isay mat karo": no verb of its own.
  return before.length <= 1 && bareVerbLength(behind) === behind.length && behind.length > 0;
}
