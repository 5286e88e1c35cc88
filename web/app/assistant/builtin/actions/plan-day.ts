import { daysBetween } from "#app/i18n/dates";
import { localDue } from "#app/tasks/times/local-due";
import type { Reason } from "../answers/phrase-types";
import { phrasesFor } from "../answers/phrases";
import { quoted } from "../answers/quoted";
import { dueLabel } from "../answers/task-line";
import { call, type Steps, type Task, type Turn, tasksIn } from "../turn";

/** A plan names so many tasks, and so many of those that can wait. */
const [FEWEST, MOST, WAITING_NAMED] = [3, 5, 3];

/** A short plan: what is late, then what is due soonest, then what matters most; and what can wait. */
export function* planDay(turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const outcome = yield* call("list_tasks", { status: "open", limit: 100 });
  if (outcome.error) return phrases.failed(outcome);
  const tasks = tasksIn(outcome)
    .map((task) => ({ task, why: reasonFor(task, turn.now) }))
    .sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why) || byWeight(a.task, b.task));
  const pressing = tasks.filter(({ why }) => why !== "free").length;
  const count = Math.min(Math.max(pressing, FEWEST), MOST);
  const lines = tasks.slice(0, count).map(({ task, why }) => lineOf(task, why, turn));
  // What still presses is not said to be able to wait.
  const waiting = tasks.slice(count).filter(({ why }) => why === "free" || why === "soon");
  const names = waiting.slice(0, WAITING_NAMED).map(({ task }) => quoted(task.title));
  return phrases.plan(lines, { names, count: waiting.length });
}

/** A task with why it comes when it does: `#13 submit assignment · overdue since 18 November`. */
function lineOf({ id, title, due_at, priority }: Task, why: Reason, turn: Turn): string {
  const phrases = phrasesFor(turn.language);
  const due = due_at === null ? "" : dueLabel(due_at, turn);
  const parts = [`#${id} ${quoted(title)}`, phrases.reason(why, due)];
  if (priority === "high" && why !== "high") parts.push(phrases.priority(priority));
  return parts.join(" · ");
}

const ORDER: readonly Reason[] = ["overdue", "today", "high", "soon", "free"];

/** Days within which what is due presses. */
const SOON = 7;

function reasonFor({ due_at, priority }: Task, now: Temporal.ZonedDateTime): Reason {
  const days = due_at === null ? Number.POSITIVE_INFINITY : daysUntil(due_at, now);
  if (days < 0) return "overdue";
  if (days === 0) return "today";
  if (priority === "high") return "high";
  return days <= SOON && priority !== "low" ? "soon" : "free";
}

function daysUntil(due: string, now: Temporal.ZonedDateTime): number {
  const { day } = localDue({ dueAt: due }, now.timeZoneId) ?? { day: due };
  return daysBetween(now.toPlainDate().toString(), day);
}

const WEIGHT: Record<Task["priority"], number> = { high: 0, medium: 1, low: 2 };

const byWeight = (a: Task, b: Task): number =>
  WEIGHT[a.priority] - WEIGHT[b.priority] ||
  (a.due_at ?? "9999").localeCompare(b.due_at ?? "9999") ||
  a.id - b.id;
