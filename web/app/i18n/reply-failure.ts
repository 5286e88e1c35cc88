import type { ReplyLanguage } from "./conversation";
import { errorDetail } from "./errors";

/** What can go wrong while the assistant answers, for people who write Roman Urdu. */
const roman: Record<string, string> = {
  task_not_found: "Ye kaam aap ki list mein nahi hai.",
  invalid_input: "Is mein se kuch istemal nahi ho saka. Dekh kar dobara bhejiye.",
  version_conflict: "Is dauran ye kaam kahin aur badla gaya hai. Dobara dekh kar badliye.",
  changed_since: "Is dauran kuch badla gaya hai, is liye kuch nahi kiya gaya.",
  undo_conflict: "Is ke baad kuch badla gaya hai. Wapas lene se wo tabdeeli chali jaye gi.",
  nothing_to_undo: "Wapas lene ko kuch nahi hai.",
  too_many_tasks: "Ye ek sath bohat zyada kaam hain. Kuch kam chuniye.",
  rejected: "Aap ne ijazat nahi di, is liye kuch nahi kiya gaya.",
  model_failed: "Abhi jawab nahi ban saka. Aap ka paigham mehfooz hai.",
  model_busy: "Is waqt bohat masroofiyat hai. Thori der mein dobara koshish kijiye.",
  model_slow: "Jawab mein bohat der lag gayi. Dobara koshish kijiye. Aap ka paigham mehfooz hai.",
  model_refused: "Is ka jawab nahi mil saka. Baat doosre lafzon mein likh kar dobara bhejiye.",
  too_many_steps: "Ye ek jawab ke liye bohat zyada tha. Ek waqt mein thora kahiye.",
  conversation_too_long: "Ye guftagu bohat lambi ho gayi hai. Nayi guftagu shuru kar ke poochiye.",
  run_interrupted: "Server dobara chalne se jawab adhoora reh gaya. Aap ka paigham mehfooz hai.",
  daily_limit: "Aaj ke liye hadd poori ho gayi hai. Kal phir baat karte hain.",
};

const OTHERWISE = "Ye nahi ho saka, aur kuch nahi badla. Dobara koshish kijiye.";

/** What a failure is told as, in the language of the answer: as errorDetail, and in Roman Urdu too. */
export function replyFailure(
  code: string,
  language: ReplyLanguage,
  values: Record<string, unknown> = {},
): string {
  if (language !== "ur-Latn") return errorDetail(code, language, values);
  return roman[code] ?? OTHERWISE;
}
