import { describe, expect, it } from "vitest";
import { converse } from "./corpus/converse";
import { corpusTasks } from "./corpus/fixture-tasks";
import { plan } from "./plan";

const two = [
  { id: 3, title: "call Ali about rent" },
  { id: 4, title: "call Ali about dinner" },
];

function names(result: { calls: { name: string; arguments: Record<string, unknown> }[] }) {
  return result.calls.map(({ name, arguments: args }) => `${name} ${args.id ?? ""}`.trim());
}

describe("answers to a question", () => {
  const asked = { shown: two, questioned: "delete call ali" };
  it.each([
    ["4", [4]],
    ["#4", [4]],
    ["2", [4]],
    ["the second one", [4]],
    ["the last one", [4]],
    ["dinner", [4]],
    ["the dinner one", [4]],
    ["task 3", [3]],
    ["both", [3, 4]],
  ])("understands “%s”", (text, ids) => {
    const result = converse(text, two, asked);
    expect(names(result)).toEqual(ids.map((id) => `delete_task ${id}`));
  });

  it("understands it in Urdu and Roman Urdu", () => {
    const urdu = { shown: two, questioned: "علی والا کام حذف کرو" };
    expect(names(converse("دوسرا والا", two, { ...urdu, language: "ur" }))).toEqual([
      "delete_task 4",
    ]);
    expect(names(converse("دونوں", two, { ...urdu, language: "ur" }))).toEqual([
      "delete_task 3",
      "delete_task 4",
    ]);
    const roman = { shown: two, questioned: "ali wala kaam mukammal karo" };
    expect(names(converse("pehla wala", two, roman))).toEqual(["toggle_complete 3"]);
  });

  it("lets the person go on to something else", () => {
    expect(names(converse("add buy bread", two, asked))).toEqual(["create_task"]);
    expect(names(converse("show my tasks", two, asked))).toEqual(["list_tasks"]);
  });

  it("takes the whole of an answer for a title", () => {
    for (const title of ["electricity meter reading", "walnut cabinet hinges", "passport photos"]) {
      const { calls } = converse(title, [], { questioned: "add a task", shown: [] });
      expect(calls.map(({ arguments: args }) => args.title)).toEqual([title]);
    }
  });

  it.each([
    ["the shirts one is done", "wash the car", "iron the shirts"],
    ["the laundry one is finished", "wash the car", "fold the laundry"],
    ["kameez wala ho gaya", "gari dhona", "kameez istri karna"],
    ["چادر والا ہو گیا", "گاڑی دھونا", "چادر دھونا"],
    ["برتن والا مکمل ہو گیا", "گاڑی دھونا", "برتن دھونا"],
    ["جوتے والا ہو گیا", "گاڑی دھونا", "جوتے پالش کرنا"],
  ])("completes the named task and not the one spoken of last: “%s”", (text, last, named) => {
    const tasks = [last, named].map((title, at) => ({ id: at + 3, title }));
    const { calls } = converse(text, tasks, {
      shown: tasks.slice(0, 1),
      earlier: [`delete ${last}`],
    });
    expect(calls.filter(({ name }) => name === "toggle_complete")).toMatchObject([
      { arguments: { id: 4 } },
    ]);
  });

  it("does nothing on a no", () => {
    expect(names(converse("never mind", two, asked))).toEqual([]);
  });

  it("takes a yes where one task was offered", () => {
    const one = { shown: two.slice(0, 1), questioned: "complete phone Ali about rent" };
    expect(names(converse("yes", two, one))).toEqual(["toggle_complete 3"]);
  });
});

describe("pointing back", () => {
  const one = { shown: [{ id: 3, title: "pay electricity bill" }] };
  it.each([
    ["complete it", "toggle_complete 3"],
    ["delete that one", "delete_task 3"],
    ["make it high priority", "update_task 3"],
    ["it is done", "toggle_complete 3"],
    ["isay delete kar do", "delete_task 3"],
    ["ye mukammal ho gaya", "toggle_complete 3"],
    ["isay zaroori bana do", "update_task 3"],
    ["اسے مکمل کر دو", "toggle_complete 3"],
    ["اسے ضروری بنا دو", "update_task 3"],
    ["اس کی ترجیح زیادہ کر دو", "update_task 3"],
  ])("understands “%s”", (text, call) => {
    expect(names(converse(text, corpusTasks, one)).at(-1)).toBe(call);
  });

  it("counts in the list that was shown last", () => {
    const shown = [
      { id: 7, title: "gym" },
      { id: 2, title: "call Ali" },
    ];
    expect(names(converse("complete the second one", corpusTasks, { shown }))).toEqual([
      "toggle_complete 2",
    ]);
    expect(names(converse("mark them as done", corpusTasks, { shown }))).toEqual([
      "toggle_complete 7",
      "toggle_complete 2",
    ]);
  });

  it("asks when nothing was spoken of", () => {
    expect(converse("delete it", corpusTasks).answer).toContain("Which task do you mean?");
  });
});

describe("what it says", () => {
  it("asks which of two is meant, and never guesses", () => {
    const { calls, answer, choices } = converse("delete call ali", two);
    expect(names({ calls })).toEqual(["list_tasks"]);
    expect(choices).toEqual([
      { label: "#3 call Ali about rent", says: "#3" },
      { label: "#4 call Ali about dinner", says: "#4" },
    ]);
    expect(answer).toBe(
      "Which one do you want to delete?\n- #3 call Ali about rent\n- #4 call Ali about dinner",
    );
  });

  it("offers the two readings of what could be both, and acts on the chosen one", () => {
    const said = ["water plants hmm", "text Hannah back", "set an alarm for 6am", "gym, perhaps"];
    const questions = said
      .map((text) => ({ text, ...converse(text, two) }))
      .filter(({ choices }) => choices?.[0]?.says === "1");
    expect(questions.length).toBeGreaterThan(0);
    for (const { text, answer, choices = [] } of questions) {
      expect(answer).toContain("Say 1 or 2.");
      expect(choices.map(({ says }) => says)).toEqual(["1", "2"]);
      const { calls } = converse("1", two, { questioned: text, earlier: [text] });
      expect(calls.length).toBeGreaterThan(0);
    }
  });

  it("says when there is no such task", () => {
    expect(converse("delete the piano", two).answer).toBe(
      "I found no task called “piano”. Say “show my tasks” to see what there is.",
    );
    expect(converse("complete task 99", two).answer).toBe("There is no task #99.");
  });

  it("says what is done already", () => {
    expect(converse("complete old report", corpusTasks).answer).toBe(
      "#4 old report is already done.",
    );
  });

  it("changes what was only described in one call, which the person is asked about", () => {
    const { calls, answer } = converse("complete everything", two);
    expect(calls.at(-1)).toEqual({
      name: "bulk_update",
      arguments: { filter: {}, set: { completed: true } },
    });
    expect(answer).toContain("Completed 2 tasks:");
    expect(names(converse("complete 3, 4", two))).toEqual([
      "toggle_complete 3",
      "toggle_complete 4",
    ]);
  });

  it("asks for a call by number where no one call can do it", () => {
    const { calls, answer } = converse("push all tasks by two days", two);
    expect(names({ calls })).toEqual(["list_tasks"]);
    expect(answer).toContain("Say the same of 3, 4 to do it.");
  });

  it("counts in the person's digits, and leaves what they wrote", () => {
    const urdu = { language: "ur" as const, numerals: "urdu" as const };
    const seeds = [{ id: 12, title: "کمرہ 204", due_at: "2026-11-22T12:00:00Z" }];
    expect(converse("میرے کام دکھاؤ", seeds, urdu).answer).toBe(
      "باقی ایک کام:\n- #۱۲ کمرہ 204 · کل ۱۷:۰۰",
    );
    expect(converse("mere kaam dikhao", seeds, { ...urdu, language: "ur-Latn" }).answer).toContain(
      "#12",
    );
  });

  it("tells a failure in the language of the answer", () => {
    const error = { code: "task_not_found", detail: "There is no task #3 in your list." };
    const outcome = { name: "create_task", arguments: {}, value: {}, rejected: false, error };
    const said = (text: string) => converse(text, [], { outcomes: [outcome] }).answer;
    expect(said("doodh lana add karo")).toBe("Ye kaam aap ki list mein nahi hai.");
    expect(said("دودھ لانا شامل کرو")).toBe("یہ کام آپ کی فہرست میں نہیں ہے۔");
  });

  it("leaves things as they are when somebody says so", () => {
    for (const text of ["don't delete the gym", "gym ko delete mat karo", "جم کو حذف نہ کرو"]) {
      expect(converse(text, corpusTasks).calls).toEqual([]);
    }
  });

  it("offers three things to try", () => {
    for (const text of ["qwerty uiop", "میں چاند پر ہوں", "mausam kaisa hai"]) {
      expect(converse(text).answer.match(/^- /gm)).toHaveLength(3);
    }
  });

  it("says what failed", () => {
    const outcome = {
      name: "create_task",
      arguments: {},
      value: {},
      rejected: false,
      error: { code: "invalid", detail: "The title is too long." },
    };
    const turn = {
      text: "add buy milk",
      language: "en" as const,
      now: Temporal.ZonedDateTime.from("2026-11-21T09:00[Asia/Karachi]"),
      outcomes: [outcome],
      shown: [],
      listed: [],
      earlier: [],
      questioned: null,
    };
    expect(plan(turn)).toEqual({ text: "The title is too long." });
  });

  it("comes to an end whatever is said", () => {
    for (const text of [
      "",
      " ",
      "?",
      "#",
      "\u200b",
      "a".repeat(10_000),
      "کام ".repeat(2_000),
      "add ".repeat(2_000),
      "12 ".repeat(3_000),
    ]) {
      expect(converse(text, two).answer.length).toBeGreaterThan(0);
    }
  }, 5_000);
});

describe("what is said of a time", () => {
  const reminded = {
    shown: [{ id: 7, title: "pay rent" }],
    earlier: ["remind me to pay rent on friday"],
  };

  it.each(["and a day before", "and also an hour before"])("adds a reminder for “%s”", (text) => {
    const { calls } = converse(text, reminded.shown, reminded);
    expect(calls.at(-1)?.arguments).toMatchObject({
      reminders: [{ minutes_before: text.includes("day") ? 1440 : 60 }],
    });
    expect(calls.at(-1)?.arguments).not.toHaveProperty("due_at");
  });

  it.each<[string, string, RegExp]>([
    ["add take the pills every 4 hours", "take the pills every 4 hours", /once a day at most/],
    ["har 3 ghante baad pani peena add karo", "har 3 ghante baad pani peena", /din mein ek baar/],
    ["ہر تین گھنٹے بعد پانی پینا شامل کرو", "ہر تین گھنٹے بعد پانی پینا", /دن میں ایک بار/],
  ])("makes a task of “%s”, and says what cannot be kept", (text, title, says) => {
    const { calls, answer } = converse(text, []);
    expect(calls.map(({ arguments: made }) => made)).toEqual([{ title }]);
    expect(answer).toMatch(says);
  });

  it.each([
    ["add daily report", "daily report"],
    ["add fix the 2nd floor AC", "fix the 2nd floor AC"],
    ["add fill form 16", "fill form 16"],
    ["add test iOS 17.4", "test iOS 17.4"],
    ["add ring +92 300 1234567", "ring +92 300 1234567"],
    ["add wash the sun hat", "wash the sun hat"],
    ["add karate every monday or thursday", "karate every monday or thursday"],
    ["add karate every thursday and the 1st", "karate every thursday and the 1st"],
  ])("keeps all words of “%s”", (text, title) => {
    expect(converse(text, []).calls).toEqual([{ name: "create_task", arguments: { title } }]);
  });
});
