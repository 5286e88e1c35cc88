/** What chat writes for English words, as pairs. */
const SHORTHAND =
  "prio priority|prority priority|priorty priority|u you|ur your|r are|n and|wat what|wht what|shud should|shld should|cud could|wud would|evrything everything|evrythng everything|everythin everything|wen when|wer where|hw how|hav have|hv have|luv love|gud good|frnd friend|ppl people|tmrrw tomorrow|tommrow tomorrow|tomoz tomorrow|compelte complete|complet complete|comlete complete|finsh finish|delte delete|dlt delete|rmv remove|remnd remind|rmnd remind|wnat want|wich which|whch which|thr there|wt what|wats whats|wut what|im im|pls please|plz please|plzz please|plss please|thx thanks|thnx thanks|thanx thanks|tnx thanks|tks thanks|ty thanks|wanna want to|gimme give me|lemme let me|abt about|bcz because|b4 before|tdy today|2day today|tmrw tomorrow|tmr tomorrow|tmw tomorrow|tomoro tomorrow|2moro tomorrow|2morrow tomorrow|2mrw tomorrow|tommorow tomorrow|tomorro tomorrow|yest yesterday|tonite tonight|2nite tonight|nxt next|evry every|wkly weekly|appt appointment|mtg meeting|shw show|shwo show|sho show|lsit list|tsk task|taks task|taskk task|tsaks tasks|taksk tasks|addd add|mvoe move|mak make|mrak mark|makr mark|frm from|msg message";

/** Words of commands and dates, long enough to be known with a slip of the fingers in them. */
const LONG =
  "tomorrow yesterday tonight delete remove complete completed finish finished remind reminder rename reopen reschedule postpone priority category deadline everything overdue urgent important monday tuesday wednesday thursday friday saturday sunday january february september october november december".split(
    " ",
  );

/** Real words that look like such a slip. */
const NO_SLIP = new Set("compete competed sundry finis prominent renames reminds".split(" "));

const meant = new Map(
  SHORTHAND.split("|").map((pair) => {
    const [short = "", ...words] = pair.split(" ");
    return [short, words.join(" ")] as const;
  }),
);
const slips = new Map(LONG.flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const)));

/**
 * The English word that chat shorthand or a slip of the fingers stands for, or the word itself.
 * Letters that stand alone mean something only in English (`roman` is false).
 */
export function spellOut(word: string, roman: boolean): string {
  if (roman && word.length < 3) return word;
  return meant.get(word) ?? slips.get(word) ?? word;
}

/** A word with one letter left out, doubled, or swapped with the next. */
function slipsOf(word: string): string[] {
  const slipped: string[] = [];
  for (let at = 1; at < word.length; at++) {
    const [head, letter, next] = [word.slice(0, at), word[at] ?? "", word[at + 1] ?? ""];
    slipped.push(head + word.slice(at + 1), head + letter + word.slice(at));
    if (next) slipped.push(head + next + letter + word.slice(at + 2));
  }
  return slipped.filter((slip) => !LONG.includes(slip) && !NO_SLIP.has(slip));
}
