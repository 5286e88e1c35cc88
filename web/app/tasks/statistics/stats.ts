import type { ListCounts } from "#app/tasks/list/count-list.server";
import type { Priority } from "#app/tasks/task/task";

/** Statistics of a person's tasks; those in the trash are not counted. */
export interface Stats extends ListCounts {
  byPriority: Record<Priority, number>;
  /** Open and completed tasks; those without a category are left out. */
  byCategory: Record<string, number>;
  /** Completed since Monday, in the person's zone. */
  completedThisWeek: number;
  /** Tasks completed on each of the last fourteen days, in the person's zone, today last. */
  lastDays: { day: string; count: number }[];
  /** Consecutive days, up to today or yesterday, on which a task was completed. */
  streak: number;
}

/** Converts statistics to their wire form. */
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
