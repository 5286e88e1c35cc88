import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Mark, Sentence } from "./sentence";

/** A sentence of a public set: its intent is one of some, since the sets part them otherwise. */
export interface PublicSentence {
  sentence: Sentence;
  /** The intents that its own name for it may mean. */
  among: readonly string[];
  /** Whether its words are marked. */
  marked: boolean;
}

const OTHER = ["unknown"];
const ASKS = ["list", "find", "stats", "next"];

const CLINC: Readonly<Record<string, readonly string[]>> = {
  other: OTHER,
  todo_list: ASKS,
  shopping_list: ["list", "find"],
  calendar: ["list", "find"],
  reminder: ["list", "find"],
  todo_list_update: ["add", "delete", "complete", "update"],
  shopping_list_update: ["add", "delete"],
  calendar_update: ["add", "delete", "update"],
  reminder_update: ["add", "ask-title"],
};
const HWU: Readonly<Record<string, readonly string[]>> = {
  other: OTHER,
  calendar_set: ["add", "update"],
  calendar_query: ["list", "find"],
  calendar_remove: ["delete"],
  lists_query: ["list", "find", "lists"],
  lists_remove: ["delete", "lists"],
  lists_createoradd: ["add", "lists", "ask-title"],
};
const HINGLISH: readonly [RegExp, readonly string[]][] = [
  [/^CREATE_REMINDER/, ["add"]],
  [/^DELETE_REMINDER/, ["delete"]],
  [/^UPDATE_REMINDER/, ["update"]],
  [/^GET_REMINDER/, ["list", "find"]],
  [/REMINDER/, []],
  [/./, OTHER],
];

/**
 * Reads the public sets that are in a folder: CLINC150 (CC BY 3.0), HWU64 (CC BY 4.0) and
 * Hinglish-TOP (Apache 2.0). Those that are not there are left out.
 */
export function readPublicSets(folder: string): PublicSentence[] {
  return [
    ...rowsOf(folder, "clinc150.tsv").flatMap(([name = "", text = ""]) =>
      plain(text, CLINC[name] ?? []),
    ),
    ...rowsOf(folder, "hwu64.tsv").flatMap(([name = "", , text = ""]) =>
      plain(text, HWU[name] ?? []),
    ),
    ...rowsOf(folder, "hinglish-top.tsv").flatMap(([, , parse = ""]) => readParse(parse)),
  ].filter(({ among }) => among.length > 0);
}

function rowsOf(folder: string, file: string): string[][] {
  const place = path.join(folder, file);
  if (!existsSync(place)) return [];
  const lines = readFileSync(place, "utf8").split("\n").slice(1);
  return lines.filter(Boolean).map((line) => line.split("\t"));
}

function plain(text: string, among: readonly string[]): PublicSentence[] {
  const sentence = { text, goesOn: false, marks: [], cuts: [], intents: [], follows: null };
  return [{ sentence, among, marked: false }];
}

/** Behind the words of a task, they lead on to the command. */
const TRAILING = /\s+(?:ke liye|ke lie|k liye|ke bare me|ke bare mein|ki|ka|ke|ko)$/i;

/** Reads `[IN:CREATE_REMINDER … [SL:TODO … ] … ]`. */
function readParse(parse: string): PublicSentence[] {
  const name = /^\[IN:(\w+)/.exec(parse)?.[1] ?? "";
  const among = HINGLISH.find(([fits]) => fits.test(name))?.[1] ?? [];
  const marks: Mark[] = [];
  const open: (number | null)[] = [];
  let text = "";
  for (const piece of parse.split(/\s+/)) {
    if (piece.startsWith("[")) open.push(piece === "[SL:TODO" ? text.length : null);
    else if (piece === "]") {
      const from = open.pop() ?? null;
      if (from === null) continue;
      const words = text.slice(from).trimEnd().replace(TRAILING, "").replace(TRAILING, "");
      const start = from + (words.length - words.trimStart().length);
      const end = from + words.length;
      if (end > start) marks.push({ start, end, tag: "T", more: marks.length > 0 });
    } else text += `${piece} `;
  }
  const sentence = {
    text: text.trimEnd(),
    goesOn: false,
    marks,
    cuts: [],
    intents: [],
    follows: null,
  };
  return [
    { sentence, among, marked: among.length === 1 && among[0] !== "unknown" && marks.length > 0 },
  ];
}
