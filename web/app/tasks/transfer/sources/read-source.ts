import { AppError } from "#app/platform/errors";
import { isStorable } from "#app/platform/text-rules";
import { gatherRows, type ReadImport } from "../gather-rows";
import type { TransferTask } from "../transfer";
import { digest, digestsOf } from "./digests";
import { fitTask } from "./fit-task";
import type {
  Encoding,
  Found,
  Loss,
  LossKind,
  ReadContext,
  SkipKind,
  SourceName,
  TableChoices,
  TableColumn,
} from "./imported-task";
import { type OpenedFile, openFile } from "./open-file";
import { READERS, recognise } from "./recognise";
import { listName } from "./values";

/** Rows that a preview shows. */
const SAMPLE = 8;
/** Longest name of a task that is kept as it is, in characters. */
const UID_MAX = 200;
/** Tasks that a loss names. */
const EXAMPLES = 3;

/** A file to read, with what the person chose of how. */
export interface SourceInput extends TableChoices {
  name: string;
  bytes: Uint8Array;
  timeZone: string;
  now: Date;
  /** Told by the content where it is not chosen. */
  source?: SourceName;
  encoding?: Encoding;
}

/** A task by the name that its source gives it, and the digests of its fields. */
export interface TaskKey {
  uid: string;
  digests: string;
}

/** A task of a preview. */
export type SampleTask = Pick<
  TransferTask,
  "title" | "due_at" | "priority" | "category" | "recurrence" | "completed_at"
> & { isStep: boolean };

/** What a file holds, with what is to be said before it is imported. */
export interface ReadSource extends ReadImport {
  source: SourceName;
  encoding: Encoding;
  packed: boolean;
  /** For each of the tasks, in their order. */
  keys: TaskKey[];
  sample: SampleTask[];
  /** What the tasks lose, each kind with the tasks that lose it. */
  losses: { kind: LossKind; count: number; examples: string[] }[];
  /** What is no task, and does not come along. */
  skipped: { kind: SkipKind; count: number }[];
  /** The columns of a table; of a file of Karlo those that nobody knows. */
  columns: TableColumn[];
  /** Which comes first in dates such as 3/4/2026; absent where there are none. */
  dayFirst?: boolean;
  separator?: string;
}

/**
 * Reads a file of another program, or of Karlo. Runs in a worker thread: the file may be anything.
 *
 * @param report called with the rows that were read, now and then
 * @throws AppError `import_unreadable`, `import_too_many`, `file_bound` (422)
 */
export function readSource(
  { name, bytes, source: chosen, encoding, columns, dayFirst, timeZone, now }: SourceInput,
  report: (rows: number) => void = () => {},
): ReadSource {
  const file = openFile(name, bytes, encoding);
  const { source, parts, ...beside } = choose(file, chosen);
  const rows = gatherRows({ timeZone, now }, report);
  const found: ReadContext["found"] = {};
  const others = new Map<string, number>();
  const context = { timeZone, now, columns, dayFirst, found, others, words: new Map() };
  const keys: TaskKey[] = [];
  const sample: SampleTask[] = [];
  const losses = new Map<LossKind, { count: number; examples: string[] }>();
  const skipped = new Map<SkipKind, number>(beside.others > 0 ? [["other", beside.others]] : []);
  const names = createNames();
  const steps: { place: number; title: string }[] = [];
  for (const part of parts) {
    const list = listName(part.name);
    for (const one of READERS[source](part, context)) {
      if ("skipped" in one) {
        skipped.set(one.skipped, (skipped.get(one.skipped) ?? 0) + 1);
        continue;
      }
      if (!("raw" in one)) one.uid = names(one.uid, [list, one.project, one.parent, one.title]);
      const row = "raw" in one ? one : fitTask(one);
      const task = rows.add(
        row.raw,
        row.losses.map(({ kind, text }) => ("raw" in one && text) || kind),
      );
      if (!task) continue;
      const digests = digestsOf(task, "dated" in one ? one.dated : undefined, now);
      const uid =
        "raw" in one ? names(one.uid, standIn(task, [digests, row.losses], now)) : (one.uid ?? "");
      if (task.parent_id !== null) steps.push({ place: keys.length, title: task.title });
      keys.push({ uid, digests });
      countLosses(losses, row.losses, task.title);
      if (sample.length < SAMPLE) sample.push(sampleOf(task, one));
    }
  }
  const read = rows.end(others);
  for (const { place, title } of steps)
    if (read.parents[place] === null) countLosses(losses, [{ kind: "parent" }], title);
  return {
    ...read,
    source,
    encoding: file.encoding,
    packed: file.packed,
    keys,
    sample,
    losses: [...losses].map(([kind, counted]) => ({ kind, ...counted })),
    skipped: [...skipped].map(([kind, count]) => ({ kind, count })),
    columns: found.columns ?? [],
    dayFirst: found.dayFirst,
    separator: found.separator,
  };
}

/** The files that are read, by the first of them whose content says where it comes from. */
function choose({ parts, packed }: OpenedFile, chosen: SourceName | undefined) {
  if (!packed && chosen) return { source: chosen, parts, others: 0 };
  const recognised = parts.map((part) => ({ part, source: recognise(part) }));
  const known = recognised.filter(({ source }) => source !== null);
  // Beside the tasks there may be lists of files, and texts to read.
  const best =
    known.find(({ source }) => !/^(markdown|table|karlo)$/.test(source ?? "")) ?? known[0];
  const source = chosen ?? best?.source;
  if (!source) throw new AppError("import_unreadable", 422);
  const fitting = known.filter((one) => one.source === source).map(({ part }) => part);
  const read = fitting.length > 0 ? fitting : known.map(({ part }) => part);
  return { source, parts: read, others: parts.length - read.length };
}

/**
 * What stands for the name of a task in a file of Karlo, which has none: when it was made, and its
 * title. Where it does not say when, all of it does: two tasks are taken for one only when they are
 * alike.
 */
const standIn = (task: TransferTask, all: unknown[], now: Date): unknown[] =>
  task.created_at === now.toISOString() ? all : [task.created_at, task.title, task.category];

/** Names each task once: as its source does, or by what stands for it there. */
function createNames() {
  const times = new Map<string, number>();
  return (uid: string | null, parts: unknown[]): string => {
    const name =
      uid === null || uid.length > UID_MAX || !isStorable(uid) ? `#${digest(parts)}` : uid;
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return before === 0 ? name : `${name}#${before + 1}`;
  };
}

function countLosses(
  losses: Map<LossKind, { count: number; examples: string[] }>,
  lost: Loss[],
  title: string,
): void {
  const seen = new Set<LossKind>();
  for (const { kind, text } of lost) {
    const counted = losses.get(kind) ?? { count: 0, examples: [] };
    losses.set(kind, counted);
    if (!seen.has(kind)) counted.count += 1;
    seen.add(kind);
    const example =
      text && kind !== "title" ? `${title.slice(0, 60)}: ${text}` : title.slice(0, 60);
    if (counted.examples.length < EXAMPLES && !counted.examples.includes(example))
      counted.examples.push(example);
  }
}

function sampleOf(task: TransferTask, one: Found): SampleTask {
  const { title, due_at, priority, category, recurrence, completed_at } = task;
  const isStep = "parent" in one && Boolean(one.parent);
  return { title, due_at, priority, category, recurrence, completed_at, isStep };
}
