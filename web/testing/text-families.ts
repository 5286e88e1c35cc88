/** Texts of one kind at any length, such as a person could send to make something slow. */
export interface TextFamily {
  name: string;
  /** Gives a text of about `length` characters (UTF-16 code units), never longer. */
  make(length: number): string;
}

/** Words and signs that are sent over and over; each is a family of its own. */
const REPEATED: Record<string, string> = {
  and: "and ",
  also: "also ",
  "and then": "then ",
  aur: "aur ",
  "aur in Urdu script": "اور ",
  phir: "phir ",
  "x or y": "x or y ",
  "not x but y": "not x but y ",
  "ya in Urdu script": "دودھ یا انڈے ",
  ko: "ko ",
  "ko kar do": "isko kar do ",
  "add milk and": "add milk and ",
  "delete, then undo": "delete it, then undo ",
  "list of words": "milk, ",
  "list in Urdu script": "دودھ، ",
  numbers: "1, ",
  "numbers of tasks": "#12 ",
  "Urdu digits": "۱۲ ",
  digits: "7",
  dates: "tomorrow at 5pm ",
  "dates as numbers": "12/11/2026 ",
  "dates in Urdu script": "کل شام 5 بجے ",
  "dates in Roman Urdu": "kal shaam 5 baje ",
  "days of the week": "monday ",
  "every day": "every day ",
  "quotation marks": '"',
  "open quotation marks": "“a ",
  "quoted words": '"a" ',
  "nested quotation marks": "“‘«",
  apostrophes: "'a ",
  "round brackets": "(",
  "square brackets": "[",
  "closed brackets": "[](",
  braces: "{[(",
  "list marks": "- ",
  "numbered lines": "1. a\n",
  "nested list": "- a\n  ",
  URLs: "https://example.com/a?b=c ",
  "mail addresses": "a@b.",
  "www.": "www.",
  "dots of a domain": "a.",
  emphasis: "*a ",
  "strong emphasis": "**a",
  "mixed emphasis": "*a_",
  strike: "~~a ~",
  backticks: "`a``",
  "block quotes": "> ",
  links: "[a](b) ",
  "open links": "[a](",
  "nested images": "![[a]",
  "reference links": "[a][b]",
  tables: "|a|-|\n",
  "table row": "|-",
  "headings and rules": "# a\n***\n",
  "angle brackets": "<a ",
  "HTML comments": "<!--",
  entities: "&amp;",
  backslashes: "\\",
  spaces: " ",
  "spaces and a letter": "a          ",
  "line breaks": "\n",
  "line breaks and spaces": "a \n \n",
  tabs: "\ta",
  commas: ",",
  dots: ".",
  dashes: "-",
  colons: "a: ",
  "question marks": "why? ",
  "mixed scripts": "milk دودھ ",
  "one letter": "a",
  "doubled letters": "aabb",
  "vowels and h": "ah",
  "long Urdu word": "ک",
  "Urdu letters and marks": "کَ",
  "combining marks": "\u0301",
  "letters with marks": "a\u0301\u0323",
  emoji: "👩‍👩‍👧 ",
  "flags in a row": "🇵🇰",
  "right-to-left marks": "\u200f",
  "isolates and overrides": "\u2067\u202e",
  "joined words": "a-b'",
  "underlined words": "a_b",
};

const repeated = Object.entries(REPEATED).map(([name, unit]) => ({
  name,
  make: (length: number) => unit.repeat(Math.floor(length / unit.length)),
}));

/** A text between what opens and what closes, as deep as the length allows. */
const nested = (name: string, open: string, close: string): TextFamily => ({
  name,
  make(length) {
    const depth = Math.max(Math.floor((length - 1) / (open.length + close.length)), 0);
    return `${open.repeat(depth)}a${close.repeat(depth)}`;
  },
});

/** What begins once and goes on: a sign that is looked for to the end of the text, and not found. */
const unfinished = (name: string, begin: string, unit: string, end = ""): TextFamily => ({
  name,
  make(length) {
    const times = Math.floor((length - begin.length - end.length) / unit.length);
    return begin + unit.repeat(Math.max(times, 0)) + end;
  },
});

/** The families of which messages, titles, lines and answers are tested. */
export const textFamilies: readonly TextFamily[] = [
  ...repeated,
  nested("nested round brackets", "(a ", ")"),
  nested("nested links", "[", "](a)"),
  nested("nested emphasis", "*a **b ", "** *"),
  nested("nested quotations", "“a ", "”"),
  unfinished("an open quotation", '"', "a "),
  unfinished("an open code block", "```\n", "`a "),
  unfinished("an open link", "[a](", "b "),
  unfinished("a reminder of many", "remind me to ", "buy milk and "),
  unfinished("a deletion of many", "delete ", "milk and bread or "),
  unfinished("a command after many words", "", "buy ", "kar do"),
  unfinished("dates before a title", "add ", "kal ", "doodh"),
  unfinished("spaces before a sign", "a", " ", "b"),
  unfinished("a wish with a reason", "add milk because ", "ali said that "),
];

/** A recurrence rule whose lists have as many values as fit the length. */
const rule = (
  name: string,
  start: string,
  part: string,
  values: readonly string[],
): TextFamily => ({
  name,
  make(length) {
    const chosen: string[] = [];
    let size = `${start};${part}=`.length;
    for (let at = 0; size < length; at += 1) {
      const value = values[at % values.length] ?? "";
      size += value.length + 1;
      if (size <= length) chosen.push(value);
    }
    return `${start};${part}=${chosen.join(",")}`;
  },
});
const upTo = (max: number) => Array.from({ length: max }, (_, at) => String(at + 1));

/** The families of which recurrence rules are tested. */
export const ruleFamilies: readonly TextFamily[] = [
  rule("days of the month", "FREQ=MONTHLY", "BYMONTHDAY", upTo(31)),
  rule("months", "FREQ=YEARLY", "BYMONTH", upTo(12)),
  rule("days of the week", "FREQ=WEEKLY", "BYDAY", ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
  rule("numbered days of the week", "FREQ=MONTHLY", "BYDAY", ["1MO", "2TU", "-1FR", "3SU"]),
  unfinished("repeated parts", "FREQ=DAILY", ";INTERVAL=1"),
  unfinished("a long number", "FREQ=DAILY;INTERVAL=", "1"),
  unfinished("a long count", "FREQ=DAILY;COUNT=", "9"),
  unfinished("letters", "FREQ=DAILY;", "A"),
  unfinished("commas", "FREQ=DAILY;BYDAY=MO", ","),
];

const CALENDAR = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\n";
const CALENDAR_END = "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";

/** The families of files that are imported, by their format; the texts above are tested too. */
export const fileFamilies = {
  csv: [
    unfinished("rows", "title\n", "a\n"),
    unfinished("columns", "title", ",a"),
    unfinished("cells of one row", "title\n", "a,"),
    unfinished("rows of quoted cells", "title\n", '"a""b"\n'),
    unfinished("an open cell", 'title\n"', '""a\n'),
    unfinished("an empty row", "title\n", "\n"),
    unfinished("formulas", "title\n", "'''=1\n"),
  ],
  ics: [
    unfinished("parameters of one line", `${CALENDAR}SUMMARY`, ";X=1", `:a${CALENDAR_END}`),
    unfinished("quoted parameters", `${CALENDAR}SUMMARY`, ';X="a:b"', `:a${CALENDAR_END}`),
    unfinished("values of a parameter", `${CALENDAR}SUMMARY;X=a`, ",a", `:a${CALENDAR_END}`),
    unfinished("a folded line", `${CALENDAR}SUMMARY:a`, "\r\n b", CALENDAR_END),
    unfinished("properties", CALENDAR, "X-A:1\r\n", CALENDAR_END.trimStart()),
    unfinished("categories", `${CALENDAR}CATEGORIES:a`, ",a", CALENDAR_END),
    unfinished("escaped signs", `${CALENDAR}SUMMARY:`, "\\,\\;\\n", CALENDAR_END),
    unfinished(
      "tasks",
      "BEGIN:VCALENDAR\r\n",
      "BEGIN:VTODO\r\nSUMMARY:a\r\nEND:VTODO\r\n",
      "END:VCALENDAR\r\n",
    ),
    nested("nested components", "BEGIN:VTODO\r\n", "END:VTODO\r\n"),
  ],
  json: [
    unfinished("tasks", '{"tasks":[', '{"title":"a"},', '{"title":"a"}]}'),
    unfinished("tasks that are none", '{"tasks":[', "[],", "[]]}"),
    unfinished("members", '{"tasks":[{', '"a":1,', '"title":"a"}]}'),
    nested("nested lists", "[", "]"),
    nested("nested objects", '{"a":', "}"),
  ],
} satisfies Record<string, readonly TextFamily[]>;
