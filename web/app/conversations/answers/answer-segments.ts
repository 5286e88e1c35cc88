import type { NamedTask } from "#app/assistant/answer-data";
import { asciiDigits } from "#app/when/spelling";
import type { AnswerTasks } from "./answer-tasks";

/** A piece of an answer: words, or the tasks that stand in the place of its lines. */
export type AnswerSegment = { type: "text"; text: string } | { type: "tasks"; tasks: NamedTask[] };

/** A line of a list; what is indented deeper belongs to another line. */
const LISTED = /^ {0,3}(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/;
const FENCE = /^\s*(?:```|~~~)/;
/** Longer lines are prose, whatever they begin with. */
const LINE_MAX = 600;
/** What a model may say of a task beside its title, such as its date, in characters. */
const REMARK_MAX = 60;

/**
 * Parts an answer into its words and its tasks, so that no task is shown twice: a line that only
 * names a task is left out for its row. A line that says more stays, and its row follows the text.
 */
export function segmentsOf(text: string, { tasks, exact }: AnswerTasks): AnswerSegment[] {
  const segments: AnswerSegment[] = [];
  const placed = new Set<number>();
  let lines: string[] = [];
  const endText = () => {
    const joined = lines.join("\n").trimEnd();
    if (joined.trim()) segments.push({ type: "text", text: joined });
    lines = [];
  };
  const place = (task: NamedTask) => {
    endText();
    const last = segments.at(-1);
    if (last?.type === "tasks") last.tasks.push(task);
    else segments.push({ type: "tasks", tasks: [task] });
    placed.add(task.id);
  };

  let fenced = false;
  const all = text.split("\n");
  for (const [at, line] of all.entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    const goesOn = /^\s{2,}\S/.test(all[at + 1] ?? "");
    const found =
      fenced || goesOn || line.length > LINE_MAX ? null : taskOfLine(line, tasks, exact);
    if (!found || placed.has(found.task.id)) {
      lines.push(line);
      continue;
    }
    if (found.before) lines.push(found.before);
    place(found.task);
  }
  endText();
  if (exact) for (const task of tasks) if (!placed.has(task.id)) place(task);
  return segments;
}

interface FoundTask {
  task: NamedTask;
  /** The words of the line before it: "Added:". */
  before?: string;
}

function taskOfLine(line: string, tasks: NamedTask[], exact: boolean): FoundTask | null {
  const listed = LISTED.exec(line)?.[1];
  if (!exact) {
    const task = listed && wordedTask(listed, tasks);
    return task ? { task } : null;
  }
  if (listed) {
    const named = namedAt(listed, tasks);
    return named?.at === 0 ? { task: named.task } : null;
  }
  const named = namedAt(line, tasks);
  if (!named) return null;
  const before = line.slice(0, named.at).replace(/[\s:،]+$/, "");
  // "#5 buy milk is already done." says more than its row.
  if (!isMention(line.slice(named.at + named.length), named.task, before !== "")) return null;
  return { task: named.task, ...(before && { before: `${before}:` }) };
}

/** The only task that a line names by its number, and where. */
function namedAt(line: string, tasks: NamedTask[]) {
  const [number, ...others] = [...line.matchAll(/#([\d۰-۹]{1,10})\s/g)];
  if (!number || others.length > 0) return null;
  const id = Number(asciiDigits(number[1] ?? ""));
  const task = tasks.find((one) => one.id === id);
  return task ? { task, at: number.index, length: number[0].length } : null;
}

/** Whether the rest of a line is the title of a task with its labels: `buy milk · tomorrow`. */
function isMention(rest: string, { title }: NamedTask, mayEnd: boolean): boolean {
  if (!rest.startsWith(title)) return false;
  const labels = rest.slice(title.length).trimEnd();
  if (!mayEnd && /[.۔]$/.test(labels)) return false;
  return /^(?: · [^?؟“”:]*)?[.۔]?$/.test(labels.replace(/\d:\d/g, "0"));
}

/**
 * The task that a line of another model names: by its title at the beginning, with at most a few
 * words after it. A line that says more than that is kept as it is.
 */
function wordedTask(listed: string, tasks: NamedTask[]): NamedTask | null {
  const plain = listed
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/^\[[ xX]\]\s*/, "")
    .replace(/[*_~`]/g, "");
  const said = fold(plain);
  const found = tasks
    .map((task) => ({ task, title: fold(task.title.replace(/[*_~`]/g, "")) }))
    .filter(({ title }) => title !== "" && said.includes(title))
    .sort((a, b) => b.title.length - a.title.length);
  const [best] = found;
  if (!best) return null;
  const same = found.filter(({ title }) => title === best.title);
  const number = /#([\d۰-۹]{1,10})/.exec(plain)?.[1];
  const numbered = number && same.find(({ task }) => task.id === Number(asciiDigits(number)));
  if (number ? !numbered : same.length > 1) return null;
  const at = said.indexOf(best.title);
  const remark = said.slice(at + best.title.length);
  if (/\p{L}/u.test(said.slice(0, at)) || /^\p{L}/u.test(remark)) return null;
  if (remark.length > REMARK_MAX || /[.!?؟۔]\s+\S/.test(remark)) return null;
  return numbered ? numbered.task : best.task;
}

const fold = (text: string): string => text.normalize("NFC").toLowerCase().trim();
