import { replyFailure } from "#app/i18n/reply-failure";
import type { Phrases, Scope } from "./phrase-types";

const WEEKDAYS = ["peer", "mangal", "budh", "jumerat", "juma", "hafta", "itwar"];
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join("\n");
const tasks = (count: number): string => (count === 1 ? "1 kaam" : `${count} kaam`);
const DONE = {
  complete: "Mukammal ho gaya",
  reopen: "Dobara khol diya",
  delete: "Delete ho gaya",
  update: "Badal diya",
};
const DONE_MANY = {
  complete: "mukammal ho gaye",
  reopen: "dobara khol diye",
  delete: "delete ho gaye",
  update: "badal diye",
};
const ASK = {
  complete: "mukammal karna",
  reopen: "dobara kholna",
  delete: "delete karna",
  update: "badalna",
  show: "dekhna",
};

/** What is done to tasks, asked by who would do it, and said by who wants it: ~ is their names. */
const SHALL_I: Readonly<Partial<Record<string, string>>> = {
  add: "~ add karun",
  complete: "~ mukammal karun",
  reopen: "~ dobara kholun",
  delete: "~ delete karun",
  restore: "~ wapas laun",
  update: "~ badlun",
  list: "kaam dikhaun",
  find: "~ talash karun",
};
const PLEASE: typeof SHALL_I = {
  add: "~ add karo",
  complete: "~ mukammal karo",
  reopen: "~ dobara kholo",
  delete: "~ delete karo",
  restore: "~ wapas lao",
  update: "~ badlo",
  list: "kaam dikhao",
  find: "~ talash karo",
};
const named = (phrase: string, names: string[]): string =>
  phrase.replace("~", () => (names.length > 0 ? `“${names.join("”, “")}”` : "kaam"));

function scopeWords({ day, status, search }: Scope, count: number): string {
  const several = count > 1;
  const state = {
    open: day || search || count === 0 ? "" : "baqi ",
    completed: "mukammal ",
    all: "",
    overdue: several ? "takheer wale " : "takheer wala ",
  }[status];
  const about = search ? `“${search}” se mutaliq ` : "";
  const when = day ? `${day} ${several ? "ke" : "ka"} ` : "";
  return `${about}${when}${count === 0 ? "koi " : ""}${state}`;
}

/** "Koi kaam baqi nahi hai", or what else there is none of. */
function nothing(scope: Scope): string {
  const plain = !scope.day && !scope.search && scope.status === "open";
  return plain ? "Koi kaam baqi nahi hai." : sentence(`${scopeWords(scope, 0)}kaam nahi hai.`);
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the assistant says in Roman Urdu. */
export const roman: Phrases = {
  added: (lines) =>
    lines.length === 1
      ? `Shamil kar diya: ${lines[0]}`
      : `${tasks(lines.length)} shamil kar diye:\n${list(lines)}`,
  stepsAdded: (line, lines) =>
    `${line} mein ${lines.length} qadam shamil kar diye gaye:\n${list(lines)}`,
  stepsOpen: (numbers) =>
    `Is ke ${numbers.length} qadam abhi baqi hain. Unhein bhi mukammal karna ho to kahiye: ${numbers.join(" aur ")} mukammal karein`,
  lastStep: (number) =>
    `Yeh kaam #${number} ka aakhri qadam tha. Kaam mukammal karna ho to kahiye: ${number} mukammal karein`,
  needsTitle: () => "Kaam mein kya likhun? Maslan: kal shaam 5 baje doodh lana add karein",
  listed: (count, scope, lines, total) =>
    `${sentence(scopeWords(scope, total))}${tasks(total)}${count < total ? `, pehle ${count}` : ""}:\n${list(lines)}`,
  nothingListed: nothing,
  counted: (count, scope) =>
    sentence(`${scopeWords(scope, count)}${tasks(count)} ${count === 1 ? "hai" : "hain"}.`),
  details: (line, { description, priority, category, recurrence, completed }) =>
    [
      line,
      `${completed ? "Mukammal" : "Baqi"}, ${priority}${category ? `, category ${category}` : ""}${recurrence ? ", baar baar hota hai" : ""}.`,
      ...(description ? [description] : []),
    ].join("\n"),
  done: (change, lines) =>
    lines.length === 1
      ? `${DONE[change]}: ${lines[0]}`
      : `${tasks(lines.length)} ${DONE_MANY[change]}:\n${list(lines)}`,
  already: (change, line) =>
    `${line} pehle hi ${change === "complete" ? "mukammal" : "khula"} hai.`,
  kept: (change, names) =>
    `${names.join(", ") || "Sab kuch"} ${names.length > 1 ? "rehne diye" : "rehne diya"}; kuch ${change === "delete" ? "delete nahi hua" : "nahi badla"}.`,
  which: (change, lines) => `Aap kaun sa kaam ${ASK[change]} chahte hain?\n${list(lines)}`,
  notFound: (said, near) =>
    near.length > 0
      ? `“${said}” naam ka koi kaam nahi mila. Kya aap ki murad in mein se koi hai?\n${list(near)}`
      : `“${said}” naam ka koi kaam nahi mila. Sab dekhne ke liye kahiye: mere kaam dikhayein`,
  noNumber: (id) => `#${id} number ka koi kaam nahi hai.`,
  nothingShown: () =>
    "Aap ki murad kaun sa kaam hai? Us ka number ya naam ka koi hissa bata dijiye.",
  nothingFits: () => "Aisa koi kaam nahi mila, is liye kuch nahi badla.",
  eachByNumber: (lines, numbers) =>
    `Ye ${tasks(lines.length)} badlenge:\n${list(lines)}\nKarne ke liye yehi baat in ke number ke sath kahiye: ${numbers.join(", ")}`,
  whatToChange: (line) =>
    `${line} mein kya badalna hai? Maslan: “isay juma par le jayein” ya “is ki priority high kar dein”.`,
  stats: (stats, focus) => {
    if (focus === "open")
      return stats.open === 0
        ? "Koi kaam baqi nahi hai."
        : `${tasks(stats.open)} baqi ${stats.open === 1 ? "hai" : "hain"}${stats.overdue ? `, jin mein se ${stats.overdue} takheer se` : ""}.`;
    if (focus === "completed")
      return stats.completed === 0
        ? "Abhi tak koi kaam mukammal nahi hua."
        : `${tasks(stats.completed)} mukammal ho ${stats.completed === 1 ? "chuka hai" : "chuke hain"}, is hafte ${stats.completed_this_week}.`;
    if (focus === "overdue")
      return stats.overdue === 0
        ? "Koi kaam takheer mein nahi hai."
        : `${tasks(stats.overdue)} takheer mein ${stats.overdue === 1 ? "hai" : "hain"}.`;
    return `${stats.total === 1 ? "Aap ka 1 kaam hai" : `Aap ke ${stats.total} kaam hain`}: ${stats.open} baqi, ${stats.completed} mukammal, ${stats.overdue} takheer wale. Is hafte ${stats.completed_this_week} mukammal hue. Tasalsul: ${stats.streak} din.`;
  },
  plan: ([first, ...more], { names, count }) => {
    if (first === undefined) return "Koi kaam baqi nahi. Aaram kijiye.";
    const then = more.length > 0 ? `\nIs ke baad, isi tarteeb se:\n${list(more)}` : "";
    const rest = count > names.length ? ` aur ${count - names.length} mazeed` : "";
    const wait = count > 0 ? `\nYe baad mein ho sakta hai: ${names.join(", ")}${rest}.` : "";
    return `Pehle ye kijiye: ${first}${then}${wait}`;
  },
  reason: (why, due) =>
    ({
      overdue: `${due} se takheer`,
      today: `${due} karna hai`,
      soon: `${due} tak`,
      high: "sab se zaroori",
      free: "aur kisi ki jaldi nahi",
    })[why],
  rings: (when, passed) =>
    passed ? `Yaad dilane ka waqt (${when}) guzar chuka hai.` : `Yaad dilaunga: ${when}.`,
  ringsUndated: () => "Is ki koi tareekh nahi, is liye pehle yaad nahi dila sakta. Ye kab hai?",
  undone: (lines) => (lines.length > 0 ? `Wapas kar diya:\n${list(lines)}` : "Wapas kar diya."),
  restored: (lines) =>
    lines.length === 1
      ? `Bahal kar diya: ${lines[0]}`
      : `${tasks(lines.length)} bahal kar diye:\n${list(lines)}`,
  trashByNumber: () =>
    "Kaun sa kaam bahal karun? Us ka number bata dijiye, maslan: kaam 3 bahal karein. Jo abhi delete hua hai wo “wapas kar dein” kehne se laut aaye ga.",
  nothingToUndo: () => "Wapas lene ko kuch nahi hai.",
  greeting: () =>
    "Assalam o alaikum. Aaj kya karna hai? Aap keh sakte hain: “kal shaam 5 baje doodh lana add karein” ya “mere kaam dikhayein”.",
  howAreYou: () => "Sab khairiyat hai, shukriya. Aap bataiye, kya karna hai?",
  welcome: () => "Khushi hui.",
  farewell: () => "Allah hafiz. Aap ke kaam yahin rahenge.",
  help: () =>
    [
      "Main aap ke kaam sambhalta hun. Aap keh sakte hain:",
      list([
        "kal shaam 5 baje doodh lana add karein",
        "mere kaam dikhayein, ya: aaj ke kaam",
        "doodh lana mukammal karein, ya: kaam 3 dobara kholein",
        "kaam 3 ki tareekh juma kar dein, ya: is ki priority high kar dein",
        "doodh lana delete karein (pehle poochunga)",
        "mere kitne kaam hain",
      ]),
      "English aur Urdu bhi chalti hai.",
    ].join("\n"),
  identity: () =>
    "Main Karlo ka apna assistant hun. Mujhe kisi model ki key nahi chahiye: main ne kaamon ki baatein Urdu, Roman Urdu aur English ke jumlon se seekhi hain.",
  attached: (count) =>
    count === 1
      ? "File is guftagu mein mehfooz hai, lekin main files nahi parh sakta aur tasveerein nahi dekh sakta. Us mein se jo chahiye wo likh dijiye."
      : "Files is guftagu mein mehfooz hain, lekin main files nahi parh sakta aur tasveerein nahi dekh sakta. Un mein se jo chahiye wo likh dijiye.",
  refrained: () => "Theek hai, maine kuch nahi badla.",
  nothingWaiting: () => "Is waqt kisi jawab ka intezar nahi. Aage kya karna hai?",
  lists: (groups) =>
    `List ek hi hai, aur us mein kaam ki category ho sakti hai.${groups.length > 0 ? ` Aap ki categories: ${groups.join(", ")}.` : ""} Kaun se kaam dekhne ya add karne hain? Maslan: shopping list mein doodh add karo`,
  unsure: ([one = "", other = ""]) => `${one}, ya ${other}? 1 ya 2 kahiye.`,
  reading: (intent, names) => named(SHALL_I[intent] ?? "sab waise hi rehne dun", names),
  choice: (intent, names) => named(PLEASE[intent] ?? "sab waise hi rehne dein", names),
  problem: (problem) => {
    if (problem.kind === "impossible")
      return "Aisi koi tareekh nahi hoti, is liye kuch nahi badla. Kaun sa din?";
    if (problem.kind === "within-day")
      return "Kaam din mein ek baar hi dohraya ja sakta hai, din ke andar nahi. Din ke kaun se waqt?";
    return "Maloom nahi hua ke kaun sa din, is liye kuch nahi badla. Kaun sa din?";
  },
  tooLong: () =>
    "Ye itna lamba hai ke main ek sath nahi parh sakta, is liye kuch nahi badla. Hisson mein bhej dijiye.",
  unknown: () =>
    `Main sirf aap ke kaamon mein madad kar sakta hun, aur ye baat samajh mein nahi aayi. Ye teen baatein azmaiye:\n${list(["kal shaam 5 baje Ali ko phone karna add karein", "aaj ke kaam dikhayein", "kaam 3 mukammal karein"])}`,
  failed: ({ error }) => replyFailure(error?.code ?? "", "ur-Latn"),
  day: (offset, date, thisYear) => {
    if (offset === 0) return "aaj";
    if (offset === 1) return "kal";
    if (offset === -1) return "guzishta kal";
    if (offset === 2) return "parson";
    if (offset > 1 && offset < 7) return WEEKDAYS[date.dayOfWeek - 1] ?? "";
    return `${date.day} ${MONTHS[date.month - 1]}${thisYear ? "" : ` ${date.year}`}`;
  },
  partOfDay: (day, hour) =>
    `${day} ${hour < 12 ? "subah" : hour < 16 ? "dopahar" : hour < 18 ? "sehpehar" : hour < 20 ? "shaam" : "raat"}`,
  side: (side, day) => `${day} ${{ before: "se pehle", by: "tak", after: "ke baad" }[side]}`,
  span: (unit, shift) => {
    const which = { [-1]: "pichle", 0: "is", 1: "agle" }[shift];
    return which ? `${which} ${{ week: "hafte", month: "mahine", year: "saal" }[unit]}` : null;
  },
  repeats: (frequency) =>
    frequency === null
      ? "baar baar"
      : { DAILY: "har roz", WEEKLY: "har hafte", MONTHLY: "har mahine", YEARLY: "har saal" }[
          frequency
        ],
  priority: (value) =>
    ({ high: "high priority", medium: "medium priority", low: "low priority" })[value],
};
