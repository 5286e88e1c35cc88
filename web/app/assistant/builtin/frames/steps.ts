/** What somebody wants as the steps of a task. */
export interface StepsWanted {
  /** The words that name the task; null for what was spoken of: "it". */
  of: string | null;
  titles: string[];
  /** "Break the move down into …" makes the task where there is none. */
  makes: boolean;
}

/** Nobody tells more steps at once. */
const STEPS_MAX = 50;
/** Longest message that is read as one that tells steps, in characters. */
const TEXT_MAX = 2_000;

const PLEASE = String.raw`^(?:(?:please|pls|can you|could you|help me|let's|let us|i want to|i need to)\s+)*`;
const END = String.raw`[\s.!؟?۔]*$`;

/** Each with `of`, the task, and `steps`, its steps. The first has to tell several. */
const BREAKING = [
  String.raw`${PLEASE}(?:break|split|divide)\s+(?:up\s+|down\s+)?(?<of>.{1,200}?)(?:\s+(?:up|down))?\s+in\s?to(?:\s+(?:these\s+)?(?:\w+\s+)?(?:sub-?tasks?|steps?|parts?|pieces?))?\s*:?\s+(?<steps>.+?)${END}`,
  String.raw`^(?<of>.{1,200}?)\s+کو\s+(?:ان\s+)?(?:(?:قدموں|حصوں)\s+میں\s*:?\s*)?(?<steps>.+?)\s+میں\s+(?:توڑ|بانٹ|تقسیم)\s*(?:دو|دیں|دیجیے|کرو|کریں|کر دیں|کر دو|کیجیے|لو|لیں)?${END}`,
  String.raw`^(?<of>.{1,200}?)\s+ko\s+(?<steps>.+?)\s+(?:mein|main|me|mai)\s+(?:tor|torh|baant|bant|taqseem|divide|break)\s*(?:do|dein|den|karo|karein|kar do|kar dein|lo)?${END}`,
].map((pattern) => new RegExp(pattern, "isu"));

const ADDING = [
  String.raw`${PLEASE}(?:add|put|create|make)\s+(?:(?:an?|the|these|another)\s+(?:new\s+)?(?:sub-?task|step)s?|sub-?tasks?|steps)\s*:?\s+(?:to\s+)?(?<steps>.+?)\s+(?:to|under|in|for)\s+(?<of>.{1,200}?)${END}`,
  String.raw`${PLEASE}(?:add|put)\s+(?:these\s+|the\s+)?(?:sub-?tasks|steps)\s+(?:to|under|in)\s+(?<of>[^:\n]{1,200}?)\s*[:\n]\s*(?<steps>.+?)${END}`,
  String.raw`${PLEASE}(?:add|put)\s+(?<steps>.+?)\s+as\s+(?:an?\s+)?(?:sub-?tasks?|steps?)\s+(?:of|to|for|under|in)\s+(?<of>.{1,200}?)${END}`,
  String.raw`^(?<of>.{1,200}?)\s+میں\s+(?:ایک\s+|نیا\s+|یہ\s+)?قدم\s*:?\s+(?<steps>.+?)\s+(?:شامل|ڈال|لکھ)\s*(?:کرو|کریں|کر دیں|کر دو|کیجیے|دو|دیں|دیجیے)?${END}`,
  String.raw`^(?<of>.{1,200}?)\s+(?:mein|main|me|mai)\s+(?:ek\s+|naya\s+)?(?:step|steps|qadam)\s*:?\s+(?<steps>.+?)\s+(?:shamil|add|daal|dal|likh)\s*(?:karo|karein|kar do|kar dein|kijiye|do|dein)?${END}`,
].map((pattern) => new RegExp(pattern, "isu"));

/** Reads a message that breaks a task down into steps, or adds some to it; null for any other. */
export function readSteps(text: string): StepsWanted | null {
  const said = text.trim();
  if (said.length > TEXT_MAX) return null;
  for (const [patterns, makes] of [
    [BREAKING, true],
    [ADDING, false],
  ] as const) {
    for (const pattern of patterns) {
      const { of = "", steps = "" } = pattern.exec(said)?.groups ?? {};
      const titles = partsOf(steps);
      if (titles.length < (makes ? 2 : 1) || titles.length > STEPS_MAX || of === "") continue;
      return { of: POINTING.test(of.trim()) ? null : nameOf(of), titles, makes };
    }
  }
  return null;
}

const POINTING = /^(?:it|this|that|this task|that task|isay|isey|usay|isko|اس|اسے|اِس|اُس)$/i;

/** Without what stands before a name. */
const nameOf = (words: string): string =>
  words
    .trim()
    .replace(/^(?:the|my|our|a|an|mere|meri|mera|میرے|میری|میرا)\s+/i, "")
    .replace(/^(?:task|کام)\s+(?=#?\d)/i, "")
    .replace(/^["“'«](.+)["”'»]$/, "$1");

const partsOf = (list: string): string[] =>
  list
    .split(/\s*[,،;؛\n]\s*(?:(?:and|aur|اور)\s+)?|\s+(?:and|aur|اور)\s+/iu)
    .map((part) => part.replace(/^[-*•\d.)\s]+(?=\p{L})/u, "").trim())
    .filter(Boolean);
