import { corpusTasks } from "./example";
import type { Seed } from "./fake-tools";

/** The list that the sentences in `spoken/` speak about: that of the corpus, and more. */
export const household: readonly Seed[] = [
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
