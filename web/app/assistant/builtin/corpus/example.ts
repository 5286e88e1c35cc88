import type { Seed } from "./fake-tools";

/** What a person says, and the calls that must follow, in order. */
export interface Example {
  say: string;
  calls: [name: string, args: Record<string, unknown>][];
}

/** The list that the corpus speaks about. */
export const corpusTasks: readonly Seed[] = [
  { id: 1, title: "buy milk", due_at: "2026-11-22T12:00:00Z" },
  { id: 2, title: "call Ali", due_at: "2026-11-21" },
  { id: 3, title: "pay electricity bill", priority: "high" },
  { id: 4, title: "old report", completed: true, completed_at: "2026-11-20T10:00:00Z" },
  { id: 5, title: "دودھ لانا" },
  { id: 6, title: "Ahmed ko phone karna", category: "work" },
  { id: 7, title: "gym", due_at: "2026-11-19", category: "health" },
];
