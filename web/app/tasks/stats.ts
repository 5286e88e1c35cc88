import type { ListCounts } from "./count-list.server";
import type { Priority } from "./task";

/** A person's tasks in numbers; the trash does not count. */
export interface Stats extends ListCounts {
  byPriority: Record<Priority, number>;
  /** Tasks without a category are not in it. */
  byCategory: Record<string, number>;
  /** Completed since Monday, in the person's zone. */
  completedThisWeek: number;
  /** What was completed on each of the last fourteen days of the person, today last. */
  lastDays: { day: string; count: number }[];
  /** Days in a row, up to today or yesterday, on which something was completed. */
  streak: number;
}

/** Statistics as they go on the wire. */
export function statsToWire(stats: Stats) {
  return {
    total: stats.total,
    open: stats.open,
    completed: stats.completed,
    overdue: stats.overdue,
    by_priority: stats.byPriority,
    by_category: stats.byCategory,
    completed_this_week: stats.completedThisWeek,
    streak: stats.streak,
  };
}
