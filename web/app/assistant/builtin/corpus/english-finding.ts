import type { Example } from "./example";

/** English: questions, and talk that calls no tool. */
export const englishFinding: readonly Example[] = [
  {
    say: "what do I have tomorrow",
    calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]],
  },
  {
    say: "show me everything due this week",
    calls: [["list_tasks", { due_from: "2026-11-16", due_to: "2026-11-22" }]],
  },
  { say: "list high priority tasks", calls: [["list_tasks", { priority: "high" }]] },
  { say: "anything overdue?", calls: [["list_tasks", { overdue: true }]] },
  { say: "what's left to do", calls: [["list_tasks", {}]] },
  { say: "show my work tasks", calls: [["list_tasks", { category: "work" }]] },
  { say: "find tasks about milk", calls: [["search_tasks", { query: "milk" }]] },
  { say: "search for bill", calls: [["search_tasks", { query: "bill" }]] },
  { say: "show all tasks", calls: [["list_tasks", { status: "all" }]] },
  { say: "my tasks", calls: [["list_tasks", {}]] },
  {
    say: "tasks for friday",
    calls: [["list_tasks", { due_from: "2026-11-27", due_to: "2026-11-27" }]],
  },
  {
    say: "what did I complete yesterday",
    calls: [["list_tasks", { status: "completed", limit: 100 }]],
  },
  { say: "how many tasks are overdue", calls: [["get_stats", {}]] },
  {
    say: "how many are due today?",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "show task 2", calls: [["get_task", { id: 2 }]] },
  { say: "tell me about task 3", calls: [["get_task", { id: 3 }]] },
  { say: "make it high priority", calls: [] },
  { say: "thanks!", calls: [] },
  { say: "hello", calls: [] },
  { say: "are you chatgpt?", calls: [] },
  { say: "undo", calls: [["undo_last", {}]] },
  { say: "please undo that", calls: [["undo_last", {}]] },
  { say: "undo anyway", calls: [["undo_last", { force: true }]] },
  { say: "show completed", calls: [["list_tasks", { status: "completed" }]] },
  { say: "what is the capital of france", calls: [] },
  { say: "is task 3 done?", calls: [["get_task", { id: 3 }]] },
  {
    say: "when is buy milk due?",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["get_task", { id: 1 }],
    ],
  },
  {
    say: "what about tomorrow?",
    calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]],
  },
  {
    say: "complete all tasks",
    calls: [
      ["list_tasks", {}],
      ["bulk_update", { filter: {}, set: { completed: true } }],
    ],
  },
  {
    say: "mark everything as done",
    calls: [
      ["list_tasks", {}],
      ["bulk_update", { filter: {}, set: { completed: true } }],
    ],
  },
  { say: "which tasks are high priority?", calls: [["list_tasks", { priority: "high" }]] },
  { say: "count my completed tasks", calls: [["get_stats", {}]] },
  { say: "how am I doing", calls: [["get_stats", {}]] },
  { say: "list tasks in category work", calls: [["list_tasks", { category: "work" }]] },
  { say: "show tasks due by friday", calls: [["list_tasks", { due_to: "2026-11-27" }]] },
  {
    say: "what's due today?",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "how many tasks do I have", calls: [["get_stats", {}]] },
  { say: "what's the weather today", calls: [] },
  {
    say: "which ones are due tomorrow",
    calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]],
  },
  { say: "find call", calls: [["search_tasks", { query: "call" }]] },
  {
    say: "what tasks do i have today?",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "do i have any tasks?", calls: [["list_tasks", {}]] },
  { say: "what is overdue?", calls: [["list_tasks", { overdue: true }]] },
  {
    say: "show high priority tasks due this week",
    calls: [["list_tasks", { priority: "high", due_from: "2026-11-16", due_to: "2026-11-22" }]],
  },
  { say: "how many high priority tasks do I have?", calls: [["list_tasks", { priority: "high" }]] },
  { say: "how do I cook rice?", calls: [] },
  { say: "good morning!", calls: [] },
  { say: "what can you do?", calls: [] },
  { say: "overdue tasks", calls: [["list_tasks", { overdue: true }]] },
  { say: "today", calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]] },
];
