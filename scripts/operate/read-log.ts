import type { Kubectl } from "../stack/kubectl.ts";

/** Lines and letters of a log that are given at most, so that an assistant can read them. */
const MAX_LINES = 200;
const MAX_LETTERS = 16_000;

/** Which log is read. */
export interface LogSource {
  /** Such as `pod/karlo-7d9c-x2`, `job/karlo-backup-2026`, or `deployment/karlo`. */
  of: string;
  container?: string;
  /** That of the container which ended before this one. */
  previous?: boolean;
  lines?: number;
  /** Such as 10m. */
  since?: string;
}

/** Reads the last lines of a log, without those that were too many; the reason where it has none. */
export async function readLog(kubectl: Kubectl, source: LogSource): Promise<string> {
  const { of, container, previous, lines = 50, since } = source;
  const { ok, output, error } = await kubectl.try([
    "logs",
    of,
    `--tail=${Math.min(lines, MAX_LINES)}`,
    ...(container ? ["--container", container] : ["--all-containers"]),
    ...(previous ? ["--previous"] : []),
    ...(since ? [`--since=${since}`] : []),
  ]);
  if (!ok) return `(no log: ${error.trim().split("\n").at(-1)})`;
  return output.length > MAX_LETTERS ? `…${output.slice(-MAX_LETTERS)}` : output;
}

/** The levels of Karlo's own log that tell of a failure. */
const TELLING = new Set<unknown>(["warn", "error", "fatal"]);

/** The lines that tell of a failure, or the last ones where none does; of lines alike, the last. */
export function tellingLines(log: string, max = 8): string[] {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const telling = lines.filter(isTelling);
  return lastOfEach((telling.length > 0 ? telling : lines).map(shorten)).slice(-max);
}

function isTelling(line: string): boolean {
  const entry = readEntry(line);
  if (entry) return TELLING.has(entry.level);
  return /\b(error|fatal|panic|failed|refused|denied|no space left)\b/i.test(line);
}

interface Entry {
  level?: unknown;
  time?: string;
  msg?: string;
  err?: { code?: string; message?: string };
}

/** An entry of Karlo's own log; null for other lines. */
function readEntry(line: string): Entry | null {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}

/** An entry of Karlo's log without its stack, which says little to who operates it. */
function shorten(line: string): string {
  const entry = readEntry(line);
  if (!entry) return line;
  const { level, time, msg, err } = entry;
  const why = [err?.code, err?.message].filter(Boolean).join(" ");
  return `${time ?? ""} ${level} ${msg ?? ""}${why ? ` (${why})` : ""}`.trim();
}

/** Leaves the last of lines that differ in their time alone, with how many there were. */
function lastOfEach(lines: string[]): string[] {
  const kinds = new Map<string, { line: string; count: number }>();
  for (const line of lines) {
    const kind = line.replace(/[\d:.]+Z?/g, "");
    const count = (kinds.get(kind)?.count ?? 0) + 1;
    // The order is that of the last of each kind.
    kinds.delete(kind);
    kinds.set(kind, { line, count });
  }
  return [...kinds.values()].map(({ line, count }) =>
    count > 1 ? `${line} (${count} times)` : line,
  );
}
