/** English pasts that no rule gives, with the verb a title would have. */
const IRREGULAR: Record<string, string> = {
  bought: "buy",
  paid: "pay",
  sent: "send",
  made: "make",
  wrote: "write",
  written: "write",
  went: "go",
  took: "take",
  taken: "take",
  got: "get",
  met: "meet",
  told: "tell",
  brought: "bring",
  did: "do",
  done: "do",
  read: "read",
  ran: "run",
  fed: "feed",
  gave: "give",
  given: "give",
  spoke: "speak",
  spoken: "speak",
  sold: "sell",
  found: "find",
  built: "build",
  left: "leave",
  drew: "draw",
  drove: "drive",
  ate: "eat",
  drank: "drink",
  swam: "swim",
  slept: "sleep",
  swept: "sweep",
  taught: "teach",
  thought: "think",
  chose: "choose",
  chosen: "choose",
  held: "hold",
  hung: "hang",
  kept: "keep",
  knew: "know",
  lent: "lend",
  put: "put",
  rang: "ring",
  rung: "ring",
  saw: "see",
  seen: "see",
  set: "set",
  sewed: "sew",
  shut: "shut",
  signed: "sign",
  cut: "cut",
  threw: "throw",
  woke: "wake",
  won: "win",
  wore: "wear",
  began: "begin",
  dealt: "deal",
  fixed: "fix",
  submitted: "submit",
  planned: "plan",
  booked: "book",
  returned: "return",
};

/** The base of an English verb or noun, near enough to compare: called, calling and calls are call. */
export function englishStem(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  const base = word.replace(/(?:ing|ied|ed|es|s)$/, "");
  if (base === word || base.length < 3) return word;
  // planned, running: the doubled letter belongs to the ending. "call" keeps its own.
  return /([^lsz])\1$/.test(base) ? base.slice(0, -1) : base;
}

/** Whether a word looks like an English past tense. */
export function isPastVerb(word: string): boolean {
  return Object.hasOwn(IRREGULAR, word) || (/ed$/.test(word) && word.length > 4 && word !== "need");
}
