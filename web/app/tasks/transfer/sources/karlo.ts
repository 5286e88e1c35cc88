import { readCsv } from "../transfer-csv";
import { readTransferJson } from "../transfer-json";
import type { Found, Part, ReadContext, TableColumn } from "./imported-task";
import { separatorOf } from "./read-table";
import { membersOf } from "./values";

/** The members of a task in a file of Karlo; others are ignored, and named. */
const MEMBERS = new Set(
  "title description priority category labels position parent_id due_at duration_minutes recurrence recurrence_from recurrence_except time_zone reminders completed completed_at created_at id version updated_at".split(
    " ",
  ),
);
/** Names that no other program gives its columns. */
const OWN =
  /^(due_at|duration_minutes|recurrence_(from|except)|completed_at|created_at|time_zone)$/i;

/** Whether the first rows are those of a CSV of Karlo. */
export const isKarloTable = ([header = []]: string[][]): boolean => {
  const names = header.map((name) => name.trim().toLowerCase());
  const known = names.filter((name) => MEMBERS.has(name)).length;
  return (
    names.includes("title") && (names.some((name) => OWN.test(name)) || known === names.length)
  );
};

/** Whether a text is JSON that Karlo wrote, told by how it begins. */
export const isKarloJson = (text: string): boolean =>
  /^\s*\{\s*"(exported_at|karlo|version|account)"/.test(text.slice(0, 500));

/** Reads tasks as Karlo exports them, in JSON or CSV. */
export function* readKarlo({ bytes, text }: Part, { found }: ReadContext): Generator<Found> {
  const isTable = !/^\s*[{[]/.test(text.slice(0, 1_000));
  const rows = isTable ? readCsv(text, separatorOf(text)) : readTransferJson(bytes);
  const unknown = new Map<string, TableColumn>();
  for (const value of rows) {
    const members = membersOf(value);
    const known = Object.entries(members).filter(([name]) => MEMBERS.has(name));
    for (const [name, cell] of Object.entries(members)) {
      if (MEMBERS.has(name) || unknown.size >= COLUMNS_MAX || unknown.has(name)) continue;
      const example = typeof cell === "string" ? cell.slice(0, 80) : "";
      unknown.set(name, { name: name.slice(0, 100), field: null, example });
    }
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    yield { raw: isObject ? Object.fromEntries(known) : value, uid: null, losses: [] };
  }
  found.columns = [...unknown.values()];
}

/** Most unknown members that are named. */
const COLUMNS_MAX = 50;
