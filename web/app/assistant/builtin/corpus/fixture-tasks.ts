import type { Seed } from "./fake-tools";

/** A short list to speak about. */
export const corpusTasks: readonly Seed[] = [
  { id: 1, title: "buy milk", due_at: "2026-11-22T12:00:00Z" },
  { id: 2, title: "call Ali", due_at: "2026-11-21" },
  { id: 3, title: "pay electricity bill", priority: "high" },
  { id: 4, title: "old report", completed: true, completed_at: "2026-11-20T10:00:00Z" },
  { id: 5, title: "دودھ لانا" },
  { id: 6, title: "Ahmed ko phone karna", category: "work" },
  { id: 7, title: "gym", due_at: "2026-11-19", category: "health" },
];

/** The list that the sentences speak about: that of the corpus, and more. */
export const fixtureTasks: readonly Seed[] = [
  ...corpusTasks,
  { id: 8, title: "send invoice to Bilal", due_at: "2026-11-21", category: "work" },
  { id: 9, title: "بجلی کا بل جمع کروانا", due_at: "2026-11-24" },
  { id: 10, title: "dentist appointment", due_at: "2026-11-25T06:00:00Z" },
  {
    id: 11,
    title: "team meeting",
    due_at: "2026-11-23T05:00:00Z",
    recurrence: "FREQ=WEEKLY;BYDAY=MO",
  },
  { id: 12, title: "wash the car", priority: "low" },
  {
    id: 13,
    title: "submit assignment",
    due_at: "2026-11-18",
    priority: "high",
    category: "school",
  },
  { id: 14, title: "call plumber", completed: true, completed_at: "2026-11-19T10:00:00Z" },
  { id: 15, title: "Sana ki birthday ka cake order karna" },
  { id: 16, title: "امی کو فون کرنا", due_at: "2026-11-21" },
  { id: 17, title: "buy bread" },
];
