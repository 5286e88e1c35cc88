import type { Example } from "./example";

/** Roman Urdu, in its free spelling: questions, and talk that calls no tool. */
export const romanFinding: readonly Example[] = [
  { say: "mere saare kaam dikhao", calls: [["list_tasks", { status: "all" }]] },
  { say: "kaam dikhao", calls: [["list_tasks", {}]] },
  {
    say: "aaj kya karna hai",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "kal kya hai", calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]] },
  {
    say: "is hafte ke kaam batao",
    calls: [["list_tasks", { due_from: "2026-11-16", due_to: "2026-11-22" }]],
  },
  { say: "mukammal kaam dikhao", calls: [["list_tasks", { status: "completed" }]] },
  { say: "kitne kaam mukammal huay", calls: [["get_stats", {}]] },
  { say: "mere kitne kaam hain", calls: [["get_stats", {}]] },
  { say: "overdue kaam dikhao", calls: [["list_tasks", { overdue: true }]] },
  { say: "zaroori kaam dikhao", calls: [["list_tasks", { priority: "high" }]] },
  {
    say: "ghar ke kaam dikhao",
    calls: [
      ["list_tasks", { category: "ghar" }],
      ["list_tasks", { search: "ghar" }],
      ["list_tasks", { limit: 100 }],
    ],
  },
  {
    say: "doodh wala kaam dhoondo",
    calls: [
      ["search_tasks", { query: "doodh" }],
      ["list_tasks", { status: "all", limit: 100 }],
    ],
  },
  {
    say: "bijli ka bill ada kar diya",
    calls: [
      ["list_tasks", { status: "all", search: "bijli ka bill" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
  { say: "salam", calls: [] },
  { say: "shukriya", calls: [] },
  { say: "tum kaun ho", calls: [] },
  { say: "madad", calls: [] },
  { say: "ab kya karun", calls: [["list_tasks", { status: "open", limit: 100 }]] },
  { say: "kal kya kiya tha", calls: [["list_tasks", { status: "completed", limit: 100 }]] },
  {
    say: "dikhao aaj ke kaam",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "mausam kaisa hai", calls: [] },
  {
    say: "buy milk kab hai",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["get_task", { id: 1 }],
    ],
  },
  { say: "kitne kaam baqi hain", calls: [["get_stats", {}]] },
  { say: "juma tak ke kaam dikhao", calls: [["list_tasks", { due_to: "2026-11-27" }]] },
  { say: "mere pas kya kya kaam hain", calls: [["list_tasks", {}]] },
  { say: "mjhe mere kam dikhao", calls: [["list_tasks", {}]] },
  { say: "konse kam reh gaye hain", calls: [["list_tasks", {}]] },
  { say: "kya koi kaam baki hai", calls: [["list_tasks", {}]] },
  {
    say: "aaj k kam kya hain",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  {
    say: "kal ke tasks dikhao",
    calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]],
  },
  {
    say: "pichle hafte kya kya kiya",
    calls: [["list_tasks", { status: "completed", limit: 100 }]],
  },
  { say: "sare tasks ki list do", calls: [["list_tasks", { status: "all" }]] },
  { say: "kaam ki list", calls: [["list_tasks", {}]] },
  { say: "pending kaam batao", calls: [["list_tasks", {}]] },
  { say: "high priority wale kaam dikhao", calls: [["list_tasks", { priority: "high" }]] },
  { say: "work category ke kaam dikhao", calls: [["list_tasks", { category: "work" }]] },
  { say: "kitne tasks complete ho gaye", calls: [["get_stats", {}]] },
  { say: "kitne kaam overdue hain", calls: [["get_stats", {}]] },
  { say: "mera agla kaam kya hai", calls: [["list_tasks", { status: "open", limit: 100 }]] },
  { say: "kya haal hai", calls: [] },
  { say: "wapas kar do", calls: [["undo_last", {}]] },
  { say: "phir bhi wapas kar do", calls: [["undo_last", { force: true }]] },
  { say: "khuda hafiz", calls: [] },
  { say: "pakistan ka capital kya hai", calls: [] },
];
