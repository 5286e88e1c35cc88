import type { SourceName } from "../imported-task";

/** What a file becomes: its tasks in their order, what it loses, leaves out and keeps together. */
export const expected: Record<string, [SourceName, object[], object?]> = {
  "Home [2203306141].csv": [
    "todoist",
    [
      {
        title: "Buy a new lamp",
        description: "For the desk, warm light\n\nSeen at the bazaar",
        priority: "high",
        category: "Home",
        due_at: "2026-12-05T12:30:00Z",
        duration_minutes: 45,
      },
      { title: "Measure the desk", priority: "medium", due_at: null },
      { title: "Pay rent", priority: "medium", recurrence: "FREQ=MONTHLY;BYDAY=3FR" },
      { title: "Water the plants", priority: "low", recurrence_from: "completion" },
      { title: "Call the bank", due_at: null },
      { title: "خط لکھنا", due_at: "2026-12-12" },
    ],
    { losses: { people: 1, date: 1 }, kept: { labels: 1, steps: 1 }, skipped: { sections: 1 } },
  ],
  "TickTick-backup-2026-11-20.csv": [
    "ticktick",
    [
      {
        title: "Write the report",
        priority: "high",
        category: "Work",
        due_at: "2026-12-01T04:00:00Z",
        duration_minutes: 90,
        recurrence: "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU",
        reminders: [{ minutes_before: 15 }],
        created_at: "2026-11-01T10:00:00Z",
      },
      { title: "Check the numbers", priority: "medium", due_at: null },
      { title: "Pack", description: "- [x] Passport\n- [ ] Shoes", due_at: "2026-12-12" },
      { title: "Old thing", category: null, completed_at: "2026-10-05T18:00:00Z", priority: "low" },
      { title: "Given up", completed: true },
    ],
    { losses: { section: 1, cancelled: 1 }, kept: { labels: 1, steps: 1 }, skipped: { notes: 1 } },
  ],
  "Tasks.json": [
    "google-tasks",
    [
      {
        title: "Buy milk",
        description: "Two litres",
        category: "Shopping",
        due_at: "2026-12-01T12:30:00Z",
      },
      { title: "Free range eggs", due_at: "2026-11-30", completed_at: "2026-11-20T09:00:00Z" },
      { title: "Plain", category: null },
    ],
    { losses: { link: 1 }, kept: { steps: 1 }, skipped: { empty: 1, deleted: 1 } },
  ],
  "microsoft-todo.json": [
    "microsoft-todo",
    [
      {
        title: "Plant tulips",
        description: "Deep & wide\nIn rows",
        category: "Garden",
        due_at: "2026-12-03",
        priority: "high",
        recurrence: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        reminders: [{ at: "2026-12-03T04:00:00Z" }],
      },
      { title: "Buy bulbs", completed: true },
      { title: "Rake leaves", priority: "low", completed_at: "2026-10-20T00:00:00Z" },
    ],
    { kept: { labels: 1, steps: 1 } },
  ],
  "outlook-tasks.csv": [
    "microsoft-todo",
    [
      { title: "Send the invoice", category: "Work", due_at: "2026-12-03", priority: "high" },
      { title: "File the taxes", due_at: "2026-04-05", completed_at: "2026-04-03T19:00:00Z" },
    ],
  ],
  "reminders.ics": [
    "reminders",
    [
      {
        title: "Call grandmother",
        category: "Family",
        due_at: "2026-12-06T13:00:00Z",
        recurrence: "FREQ=WEEKLY",
        priority: "high",
        reminders: [{ minutes_before: 10 }],
      },
      { title: "Buy candles", completed_at: "2026-11-15T12:00:00Z" },
    ],
    { losses: { place: 1 } },
  ],
  "things.json": [
    "things",
    [
      {
        title: "Book flights",
        description: "Window seat",
        category: "Go to Rome",
        due_at: "2026-12-10T13:00:00Z",
      },
      { title: "Compare", completed: true },
      { title: "Visit the Vatican", due_at: "2026-12-20" },
      { title: "Not this", category: "Errands", completed_at: "2026-11-01T10:00:00Z" },
    ],
    { losses: { cancelled: 1 }, kept: { labels: 1, steps: 1 }, skipped: { sections: 1 } },
  ],
  "data.json": [
    "vikunja",
    [
      {
        title: "Fix the roof",
        description: "Before winter\n\n- tiles",
        category: "House",
        due_at: "2026-12-04T08:00:00Z",
        priority: "high",
        recurrence: "FREQ=WEEKLY",
        recurrence_from: "completion",
        reminders: [{ minutes_before: 60 }],
      },
      { title: "Ladder", completed_at: "2026-11-03T10:00:00Z" },
    ],
    { kept: { labels: 1, steps: 1 } },
  ],
  "trello-board.json": [
    "trello",
    [
      {
        title: "Draft the page",
        category: "Launch",
        due_at: "2026-12-02T14:00:00Z",
        reminders: [{ minutes_before: 60 }],
        created_at: "2024-11-26T08:42:40Z",
      },
      { title: "Write", completed: true },
      { title: "Ship", completed: false },
    ],
    {
      losses: { attachments: 1, comments: 1, people: 1 },
      kept: { labels: 1, steps: 2 },
      skipped: { archived: 2 },
    },
  ],
  "taskwarrior.json": [
    "taskwarrior",
    [
      {
        title: "Pay the electricity bill",
        description: "By bank transfer",
        category: "Home.Bills",
        due_at: "2026-12-05",
        recurrence: "FREQ=MONTHLY",
        priority: "high",
      },
      { title: "Done thing", completed_at: "2026-11-10T12:00:00Z" },
    ],
    { kept: { labels: 1 }, skipped: { repeats: 2, deleted: 1 } },
  ],
  "life.org": [
    "org",
    [
      {
        title: "Paint the wall",
        description: "White, not cream.",
        category: "Home",
        due_at: "2026-12-05T05:00:00Z",
        duration_minutes: 120,
        priority: "high",
      },
      { title: "Buy paint", completed: true },
      { title: "Cover the floor", completed: false },
      { title: "Ask the neighbour", category: "Home" },
      {
        title: "Water the garden",
        recurrence: "FREQ=DAILY;INTERVAL=3",
        recurrence_from: "completion",
      },
      { title: "Sweep", completed_at: "2026-11-20T13:05:00Z" },
    ],
    {
      losses: { startDate: 1 },
      kept: { labels: 4, steps: 3 },
      skipped: { notes: 1, archived: 1 },
    },
  ],
  "list.md": [
    "markdown",
    [
      {
        title: "Clean the car",
        description: "Use the old cloth.",
        category: "Weekend",
        due_at: "2026-12-05",
        priority: "high",
      },
      { title: "Buy wax", completed_at: "2026-11-19T19:00:00Z" },
      { title: "Read the book", description: "https://example.com/book" },
      { title: "Milk", category: "Groceries" },
      { title: "Eggs", category: "Groceries", due_at: "2026-12-01", recurrence: "FREQ=WEEKLY" },
      { title: "سفر کی تیاری", category: "Someday" },
    ],
    { kept: { labels: 1, steps: 1 }, skipped: { notes: 1 } },
  ],
  "unknown.csv": [
    "table",
    [
      {
        title: "Miete zahlen",
        due_at: "2026-12-03",
        description: "an den Vermieter",
        completed: false,
      },
      { title: "Brot kaufen", due_at: "2026-12-24T04:30:00Z", completed: true },
    ],
  ],
};
