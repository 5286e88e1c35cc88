import type { ReplyLanguage } from "./conversation";
import type { Text } from "./error-text";
import { type ErrorCode, errorDetail, isErrorCode } from "./errors";

/** The errors that can end or interrupt an answer, in Roman Urdu. */
const roman: Partial<Record<ErrorCode, Text>> = {
  task_not_found: "Ye kaam aap ki list mein nahi hai.",
  not_recurring: "Ye kaam dohraya nahi jata, is liye chorne ko kuch nahi.",
  last_occurrence: "Ye is ki aakhri bari hai. Ise mukammal ya delete kijiye.",
  no_occurrence_then: "In dinon mein ye kaam nahi hai, is liye chorne ko kuch nahi.",
  invalid_input: "Is mein se kuch istemal nahi ho saka. Dekh kar dobara bhejiye.",
  version_conflict: "Is dauran ye kaam kahin aur badla gaya hai. Dobara dekh kar badliye.",
  changed_since: "Is dauran kuch badla gaya hai, is liye kuch nahi kiya gaya.",
  undo_conflict: "Is ke baad kuch badla gaya hai. Wapas lene se wo tabdeeli chali jaye gi.",
  nothing_to_undo: "Wapas lene ko kuch nahi hai.",
  too_many_tasks: "Ye ek sath bohat zyada kaam hain. Kuch kam chuniye.",
  rejected: "Aap ne ijazat nahi di, is liye kuch nahi kiya gaya.",
  model_failed: "Abhi jawab nahi ban saka. Aap ka paigham mehfooz hai.",
  model_key_refused:
    "Assistant ko abhi apne model tak rasai nahi. Karlo chalane wale ko bataiye ke us ki key qubool nahi hui. Aap ka paigham mehfooz hai.",
  model_quota_used:
    "Assistant ke model ki gunjaish khatm ho gayi hai. Karlo chalane wale ko bataiye. Aap ka paigham mehfooz hai.",
  model_not_found:
    "Assistant ka muqarrar kiya hua model nahi mila. Karlo chalane wale ko bataiye. Aap ka paigham mehfooz hai.",
  model_without_tools:
    "Assistant ka muqarrar kiya hua model kaamon par kaam nahi kar sakta. Karlo chalane wale se kahiye ke doosra model chune. Aap ka paigham mehfooz hai.",
  answer_cut:
    "Ye jawab beech mein kat gaya, kyunke model is se lamba jawab nahi de sakta. Ek waqt mein thora poochiye.",
  model_busy: "Is waqt bohat masroofiyat hai. Thori der mein dobara koshish kijiye.",
  model_slow: "Jawab mein bohat der lag gayi. Dobara koshish kijiye. Aap ka paigham mehfooz hai.",
  model_refused: "Is ka jawab nahi mil saka. Baat doosre lafzon mein likh kar dobara bhejiye.",
  too_many_steps: "Ye ek jawab ke liye bohat zyada tha. Ek waqt mein thora kahiye.",
  conversation_too_long: "Ye guftagu bohat lambi ho gayi hai. Nayi guftagu shuru kar ke poochiye.",
  message_too_complex: (v) =>
    v.begun === true
      ? "Ye ek sath bohat zyada tha, jo ho chuka hai wo dekh lijiye aur baqi chote hisson mein bhejiye."
      : "Ye ek sath bohat zyada tha aur kuch nahi badla gaya, ise chote hisson mein bhejiye.",
  busy: "Is waqt Karlo par bohat bojh hai. Thori der mein dobara koshish kijiye.",
  run_interrupted:
    "Is ka jawab dete hue server do baar band hua, is liye dobara koshish nahi ki gayi. Aap ka paigham mehfooz hai.",
  daily_limit: "Aaj ke liye hadd poori ho gayi hai. Kal phir baat karte hain.",
};

const FALLBACK = "Ye nahi ho saka, aur kuch nahi badla. Dobara koshish kijiye.";

/**
 * The text of a failed answer, in any of the languages the assistant answers in.
 *
 * @param code an error code, or one that a tool server or an older release wrote: an unknown one
 *   gets the text of `internal`
 */
export function replyFailure(
  code: string,
  language: ReplyLanguage,
  values: Record<string, unknown> = {},
): string {
  const known = isErrorCode(code) ? code : "internal";
  if (language !== "ur-Latn") return errorDetail(known, language, values);
  const text = roman[known] ?? FALLBACK;
  return typeof text === "function" ? text(values) : text;
}
