import type { BrowserContext } from "playwright-core";

const DAY_MS = 86_400_000;

interface SampleTask {
  title: string;
  /** Days from today. */
  day?: number;
  /** In UTC. */
  time?: string;
  [member: string]: unknown;
}

/** Sample tasks in English and Urdu. */
const TASKS: SampleTask[] = [
  { title: "Pay the electricity bill", day: -1, priority: "high", category: "home" },
  { title: "Send the quarterly report to Bilal", day: 0, time: "16:30", priority: "high" },
  { title: "Buy milk and coriander", day: 0, priority: "low", category: "groceries" },
  { title: "امی کو فون کرنا", day: 0, time: "15:30", category: "خاندان" },
  { title: "Book train tickets to Lahore", day: 1, category: "travel" },
  { title: "دانتوں کے ڈاکٹر سے وقت لینا", day: 2, time: "06:00", priority: "high" },
  {
    title: "Water the plants",
    day: 3,
    recurrence: "FREQ=WEEKLY",
    category: "home",
    labels: ["garden"],
  },
  {
    title: "Renew the passport",
    day: 12,
    category: "travel",
    description:
      "What to **bring**, by https://example.com/passport\n- [x] the old passport\n- [ ] two photographs\n- [ ] شناختی کارڈ کی نقل",
  },
  { title: "بچوں کی فیس جمع کروانا", day: 9, category: "خاندان" },
  { title: "Read two chapters of Umrao Jan Ada", priority: "low" },
  { title: "Fix the kitchen tap", day: -1, category: "home", done: true },
  { title: "دفتر کی رپورٹ مکمل کرنا", day: 0, done: true },
  { title: "Return the library books", day: -4, deleted: true },
  { title: "چھت کا پنکھا ٹھیک کروانا", deleted: true },
  { title: "Take two photographs", parent_id: 8, done: true },
  { title: "شناختی کارڈ کی نقل", parent_id: 8 },
  { title: "Pay the fee at the bank", parent_id: 8, labels: ["waiting"] },
];

const MESSAGES = {
  en: [
    "add buy flowers tomorrow at 5pm",
    "what is due today?",
    "complete pay the electricity bill",
    "delete buy milk and coriander",
  ],
  ur: [
    "کل شام پانچ بجے پھول خریدنا شامل کریں",
    "آج کے کام دکھائیں",
    "electricity bill مکمل کریں",
    "امی کو فون کرنا حذف کریں",
  ],
};

let people = 0;

/** Signs up a user in a browser context, by the API. */
export async function signUp(context: BrowserContext, language: "en" | "ur"): Promise<void> {
  people += 1;
  const email = `sana${people}@example.com`;
  await send(context, "POST", "/api/auth/sign-up/email", {
    name: language === "ur" ? "ثنا" : "Sana",
    email,
    password: "correct horse battery",
    timeZone: "Asia/Karachi",
    locale: language,
  });
}

/** Creates sample tasks and a conversation that awaits approval for the signed-in user. */
export async function createSampleData(
  context: BrowserContext,
  language: "en" | "ur",
): Promise<void> {
  for (const { day, time, done, deleted, ...task } of TASKS) {
    const date = new Date(Date.now() + (day ?? 0) * DAY_MS).toISOString().slice(0, 10);
    const due_at = time ? `${date}T${time}:00Z` : date;
    const { id } = await send(context, "POST", "/api/v1/tasks", {
      ...task,
      due_at: day === undefined ? null : due_at,
    });
    if (deleted) await send(context, "DELETE", `/api/v1/tasks/${id}`);
    if (done) await send(context, "PATCH", `/api/v1/tasks/${id}/complete`);
  }
  for (const [list, color] of [
    ["home", "teal"],
    ["travel", "blue"],
    ["خاندان", "orange"],
  ])
    await send(context, "PATCH", `/api/v1/lists/${encodeURIComponent(list ?? "")}`, { color });
  const filter = { name: language === "ur" ? "ضروری" : "Urgent", priority: "high" };
  await send(context, "POST", "/api/v1/filters", filter);
  const file = { name: "appointment.txt", mimeType: "text/plain", buffer: Buffer.from("12:30") };
  await context.request.post("/api/v1/tasks/8/attachments", { multipart: { file } });
  await ringSome(context);
  let conversation_id: unknown = null;
  for (const message of MESSAGES[language]) {
    const run = await send(context, "POST", "/api/v1/chat", { message, conversation_id });
    conversation_id = run.conversation_id;
  }
}

/** Has two of the tasks ring, so that there is something in the bell. */
async function ringSome(context: BrowserContext): Promise<void> {
  // Nothing rings at a moment that has passed when it is set: a busy machine gets more time.
  for (let delay = 1_000; ; delay *= 2) {
    const moment = Date.now() + delay;
    const reminders = [{ at: new Date(moment).toISOString() }];
    for (const id of [2, 4]) await send(context, "PATCH", `/api/v1/tasks/${id}`, { reminders });
    while (Date.now() < moment + delay) {
      const { unread } = await send(context, "GET", "/api/v1/notifications");
      if (unread !== 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function send(context: BrowserContext, method: string, path: string, data?: object) {
  const response = await context.request.fetch(path, { method, data });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()}`);
  return (response.status() === 204 ? {} : await response.json()) as Record<string, unknown>;
}
