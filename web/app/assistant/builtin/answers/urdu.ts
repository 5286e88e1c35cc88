import { replyFailure } from "#app/i18n/reply-failure";
import type { Phrases, Scope } from "./phrase-types";

const WEEKDAYS = ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"];
const MONTHS = "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split(" ");
const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join("\n");
const tasks = (count: number): string => (count === 1 ? "ایک کام" : `${count} کام`);
const DONE = {
  complete: "مکمل ہو گیا",
  reopen: "دوبارہ کھول دیا گیا",
  delete: "حذف ہو گیا",
  update: "بدل دیا گیا",
};
const DONE_MANY = {
  complete: "کام مکمل ہو گئے",
  reopen: "کام دوبارہ کھول دیے گئے",
  delete: "کام حذف ہو گئے",
  update: "کام بدل دیے گئے",
};
const ASK = {
  complete: "مکمل کرنا",
  reopen: "دوبارہ کھولنا",
  delete: "حذف کرنا",
  update: "بدلنا",
  show: "دیکھنا",
};

/** What is done to tasks, asked by who would do it, and said by who wants it: ~ is their names. */
const SHALL_I: Readonly<Partial<Record<string, string>>> = {
  add: "~ شامل کروں",
  complete: "~ مکمل کروں",
  reopen: "~ دوبارہ کھولوں",
  delete: "~ حذف کروں",
  restore: "~ واپس لاؤں",
  update: "~ بدلوں",
  list: "کام دکھاؤں",
  find: "~ تلاش کروں",
};
const PLEASE: typeof SHALL_I = {
  add: "~ شامل کریں",
  complete: "~ مکمل کریں",
  reopen: "~ دوبارہ کھولیں",
  delete: "~ حذف کریں",
  restore: "~ واپس لائیں",
  update: "~ بدلیں",
  list: "کام دکھائیں",
  find: "~ تلاش کریں",
};
const named = (phrase: string, names: string[]): string =>
  phrase.replace("~", () => (names.length > 0 ? `“${names.join("”، “")}”` : "کام"));

function scopeWords({ day, status, search }: Scope, count: number): string {
  const several = count > 1;
  const state = {
    open: day || search || count === 0 ? "" : "باقی ",
    completed: "مکمل شدہ ",
    all: "",
    overdue: several ? "تاخیر والے " : "تاخیر والا ",
  }[status];
  const about = search ? `“${search}” سے متعلق ` : "";
  const of = several ? "کے" : "کا";
  const when = day ? `${day} ${of} ` : "";
  return `${about}${when}${count === 0 ? "کوئی " : ""}${state}`;
}

/** "کوئی کام باقی نہیں ہے", or what else there is none of. */
function nothing(scope: Scope): string {
  const plain = !scope.day && !scope.search && scope.status === "open";
  return plain ? "کوئی کام باقی نہیں ہے۔" : `${scopeWords(scope, 0)}کام نہیں ہے۔`;
}

/** What the assistant says in Urdu script. */
export const urdu: Phrases = {
  added: (lines) =>
    lines.length === 1
      ? `شامل کر دیا: ${lines[0]}`
      : `${tasks(lines.length)} شامل کر دیے:\n${list(lines)}`,
  stepsAdded: (line, lines) => `${line} میں ${lines.length} قدم شامل کر دیے گئے:\n${list(lines)}`,
  stepsOpen: (numbers) =>
    `اس کے ${numbers.length} قدم ابھی باقی ہیں۔ انہیں بھی مکمل کرنا ہو تو کہیے: ${numbers.join(" اور ")} مکمل کریں`,
  lastStep: (number) =>
    `یہ کام #${number} کا آخری قدم تھا۔ کام مکمل کرنا ہو تو کہیے: ${number} مکمل کریں`,
  needsTitle: () => "کام میں کیا لکھوں؟ مثلاً: کل شام پانچ بجے دودھ لانا شامل کریں",
  listed: (count, scope, lines, total) =>
    `${scopeWords(scope, total)}${tasks(total)}${count < total ? `، پہلے ${count}` : ""}:\n${list(lines)}`,
  nothingListed: nothing,
  counted: (count, scope) =>
    `${scopeWords(scope, count)}${tasks(count)} ${count === 1 ? "ہے" : "ہیں"}۔`,
  details: (line, { description, priority, category, recurrence, completed }) =>
    [
      line,
      `${completed ? "مکمل" : "باقی"}، ${priority}${category ? `، زمرہ ${category}` : ""}${recurrence ? "، بار بار ہوتا ہے" : ""}۔`,
      ...(description ? [description] : []),
    ].join("\n"),
  done: (change, lines) =>
    lines.length === 1
      ? `${DONE[change]}: ${lines[0]}`
      : `${lines.length} ${DONE_MANY[change]}:\n${list(lines)}`,
  already: (change, line) => `${line} پہلے ہی ${change === "complete" ? "مکمل" : "کھلا"} ہے۔`,
  kept: (change, names) =>
    `${names.join("، ") || "سب کچھ"} ${names.length > 1 ? "رہنے دیے" : "رہنے دیا"}؛ کچھ ${change === "delete" ? "حذف نہیں ہوا" : "نہیں بدلا"}۔`,
  which: (change, lines) => `آپ کون سا کام ${ASK[change]} چاہتے ہیں؟\n${list(lines)}`,
  notFound: (said, near) =>
    near.length > 0
      ? `“${said}” نام کا کوئی کام نہیں ملا۔ کیا آپ کی مراد ان میں سے کوئی ہے؟\n${list(near)}`
      : `“${said}” نام کا کوئی کام نہیں ملا۔ سب دیکھنے کے لیے کہیے: میرے کام دکھائیں`,
  noNumber: (id) => `#${id} نمبر کا کوئی کام نہیں ہے۔`,
  nothingShown: () => "آپ کی مراد کون سا کام ہے؟ اس کا نمبر یا عنوان کا کوئی حصہ بتا دیجیے۔",
  nothingFits: () => "ایسا کوئی کام نہیں ملا، اس لیے کچھ نہیں بدلا۔",
  eachByNumber: (lines, numbers) =>
    `یہ ${tasks(lines.length)} بدلیں گے:\n${list(lines)}\nکرنے کے لیے یہی بات ان کے نمبر کے ساتھ کہیے: ${numbers.join("، ")}`,
  whatToChange: (line) =>
    `${line} میں کیا بدلنا ہے؟ مثلاً: “اسے جمعہ پر لے جائیں” یا “اس کی ترجیح زیادہ کر دیں”۔`,
  stats: (stats, focus) => {
    if (focus === "open")
      return stats.open === 0
        ? "کوئی کام باقی نہیں ہے۔"
        : `${tasks(stats.open)} باقی ${stats.open === 1 ? "ہے" : "ہیں"}${stats.overdue ? `، جن میں سے ${stats.overdue} تاخیر سے` : ""}۔`;
    if (focus === "completed")
      return stats.completed === 0
        ? "ابھی تک کوئی کام مکمل نہیں ہوا۔"
        : `${tasks(stats.completed)} مکمل ${stats.completed === 1 ? "ہو چکا ہے" : "ہو چکے ہیں"}، اس ہفتے ${stats.completed_this_week}۔`;
    if (focus === "overdue")
      return stats.overdue === 0
        ? "کوئی کام تاخیر کا شکار نہیں۔"
        : `${tasks(stats.overdue)} تاخیر کا شکار ${stats.overdue === 1 ? "ہے" : "ہیں"}۔`;
    return `${stats.total === 1 ? "آپ کا ایک کام ہے" : `آپ کے ${stats.total} کام ہیں`}: ${stats.open} باقی، ${stats.completed} مکمل، ${stats.overdue} تاخیر والے۔ اس ہفتے ${stats.completed_this_week} مکمل ہوئے۔ تسلسل: ${stats.streak} دن۔`;
  },
  plan: ([first, ...more], { names, count }) => {
    if (first === undefined) return "کوئی کام باقی نہیں۔ آرام کیجیے۔";
    const then = more.length > 0 ? `\nاس کے بعد، اسی ترتیب سے:\n${list(more)}` : "";
    const rest = count > names.length ? ` اور ${count - names.length} مزید` : "";
    const wait = count > 0 ? `\nیہ بعد میں ہو سکتا ہے: ${names.join("، ")}${rest}۔` : "";
    return `پہلے یہ کیجیے: ${first}${then}${wait}`;
  },
  reason: (why, due) =>
    ({
      overdue: `${due} سے تاخیر`,
      today: `${due} کرنا ہے`,
      soon: `${due} تک`,
      high: "سب سے ضروری",
      free: "اور کسی کی جلدی نہیں",
    })[why],
  rings: (when, passed) =>
    passed ? `یاد دلانے کا وقت (${when}) گزر چکا ہے۔` : `یاد دلاؤں گا: ${when}۔`,
  ringsUndated: () => "اس کی کوئی تاریخ نہیں، اس لیے پہلے یاد نہیں دلا سکتا۔ یہ کب ہے؟",
  undone: (lines) => (lines.length > 0 ? `واپس کر دیا:\n${list(lines)}` : "واپس کر دیا۔"),
  restored: (lines) =>
    lines.length === 1
      ? `بحال کر دیا: ${lines[0]}`
      : `${tasks(lines.length)} بحال کر دیے:\n${list(lines)}`,
  trashByNumber: () =>
    "کون سا کام بحال کروں؟ اس کا نمبر بتا دیجیے، مثلاً: کام 3 بحال کریں۔ جو ابھی حذف ہوا ہے وہ “واپس کر دیں” کہنے سے لوٹ آئے گا۔",
  nothingToUndo: () => "واپس لینے کو کچھ نہیں ہے۔",
  greeting: () =>
    "السلام علیکم۔ آج کیا کرنا ہے؟ آپ کہہ سکتے ہیں: “کل شام پانچ بجے دودھ لانا شامل کریں” یا “میرے کام دکھائیں”۔",
  howAreYou: () => "سب خیریت ہے، شکریہ۔ آپ بتائیے، کیا کرنا ہے؟",
  welcome: () => "خوشی ہوئی۔",
  farewell: () => "اللہ حافظ۔ آپ کے کام یہیں رہیں گے۔",
  help: () =>
    [
      "میں آپ کے کام سنبھالتا ہوں۔ آپ کہہ سکتے ہیں:",
      list([
        "کل شام پانچ بجے دودھ لانا شامل کریں",
        "میرے کام دکھائیں، یا: آج کے کام",
        "دودھ لانا مکمل کریں، یا: کام 3 دوبارہ کھولیں",
        "کام 3 کی تاریخ جمعہ کر دیں، یا: اس کی ترجیح زیادہ کر دیں",
        "دودھ لانا حذف کریں (پہلے پوچھوں گا)",
        "میرے کتنے کام ہیں",
      ]),
      "انگریزی اور رومن اردو بھی چلتی ہے۔",
    ].join("\n"),
  identity: () =>
    "میں کر لو کا اپنا معاون ہوں۔ مجھے کسی ماڈل کی کلید نہیں چاہیے: میں نے کاموں کی باتیں اردو، رومن اردو اور انگریزی کے جملوں سے سیکھی ہیں۔",
  attached: (count) =>
    count === 1
      ? "فائل اس گفتگو میں محفوظ ہے، لیکن میں فائلیں نہیں پڑھ سکتا اور تصویریں نہیں دیکھ سکتا۔ اس میں سے جو چاہیے وہ لکھ دیجیے۔"
      : "فائلیں اس گفتگو میں محفوظ ہیں، لیکن میں فائلیں نہیں پڑھ سکتا اور تصویریں نہیں دیکھ سکتا۔ ان میں سے جو چاہیے وہ لکھ دیجیے۔",
  refrained: () => "ٹھیک ہے، میں نے کچھ نہیں بدلا۔",
  nothingWaiting: () => "اس وقت کسی جواب کا انتظار نہیں۔ آگے کیا کرنا ہے؟",
  lists: (groups) =>
    `فہرست ایک ہی ہے، اور اس میں کام کا زمرہ ہو سکتا ہے۔${groups.length > 0 ? ` آپ کے زمرے: ${groups.join("، ")}۔` : ""} کون سے کام دیکھنے یا شامل کرنے ہیں؟ مثلاً: خریداری کی فہرست میں دودھ شامل کریں`,
  unsure: ([one = "", other = ""]) => `${one}، یا ${other}؟ 1 یا 2 کہیے۔`,
  reading: (intent, names) => named(SHALL_I[intent] ?? "سب ویسے ہی رہنے دوں", names),
  choice: (intent, names) => named(PLEASE[intent] ?? "سب ویسے ہی رہنے دیں", names),
  problem: (problem) => {
    if (problem.kind === "impossible")
      return "ایسی کوئی تاریخ نہیں ہوتی، اس لیے کچھ نہیں بدلا۔ آپ کی مراد کون سا دن ہے؟";
    if (problem.kind === "within-day")
      return "کام دن میں ایک بار ہی دہرایا جا سکتا ہے، دن کے اندر نہیں۔ دن کے کن اوقات میں؟";
    return "معلوم نہیں ہوا کہ کون سا دن، اس لیے کچھ نہیں بدلا۔ آپ کی مراد کون سا دن ہے؟";
  },
  tooLong: () =>
    "یہ اتنا لمبا ہے کہ میں ایک ساتھ نہیں پڑھ سکتا، اس لیے کچھ نہیں بدلا۔ حصوں میں بھیج دیجیے۔",
  unknown: () =>
    `میں صرف آپ کے کاموں میں مدد کر سکتا ہوں، اور یہ بات سمجھ میں نہیں آئی۔ یہ تین باتیں آزمائیے:\n${list(["کل شام پانچ بجے علی کو فون کرنا شامل کریں", "آج کے کام دکھائیں", "کام 3 مکمل کریں"])}`,
  failed: ({ error }) =>
    error && error.code !== "failed"
      ? replyFailure(error.code, "ur")
      : "یہ نہیں ہو سکا، اور کچھ نہیں بدلا۔ دوبارہ کوشش کیجیے۔",
  day: (offset, date, thisYear) => {
    if (offset === 0) return "آج";
    if (offset === 1) return "کل";
    if (offset === -1) return "گزشتہ کل";
    if (offset === 2) return "پرسوں";
    if (offset > 1 && offset < 7) return WEEKDAYS[date.dayOfWeek - 1] ?? "";
    return `${date.day} ${MONTHS[date.month - 1]}${thisYear ? "" : ` ${date.year}`}`;
  },
  partOfDay: (day, hour) =>
    `${day} ${hour < 12 ? "صبح" : hour < 16 ? "دوپہر" : hour < 18 ? "سہ پہر" : hour < 20 ? "شام" : "رات"}`,
  side: (side, day) => `${day} ${{ before: "سے پہلے", by: "تک", after: "کے بعد" }[side]}`,
  span: (unit, shift) => {
    const which = { [-1]: "پچھلے", 0: "اس", 1: "اگلے" }[shift];
    return which ? `${which} ${{ week: "ہفتے", month: "مہینے", year: "سال" }[unit]}` : null;
  },
  repeats: (frequency) =>
    frequency === null
      ? "بار بار"
      : { DAILY: "ہر روز", WEEKLY: "ہر ہفتے", MONTHLY: "ہر مہینے", YEARLY: "ہر سال" }[frequency],
  priority: (value) => ({ high: "زیادہ ترجیح", medium: "درمیانی ترجیح", low: "کم ترجیح" })[value],
};
