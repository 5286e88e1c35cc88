import { describe, expect, it } from "vitest";
import { Conversation } from "./corpus/conversation";
import { fixtureTasks } from "./corpus/fixture-tasks";

const LOOKS = /^(?:list_tasks|get_task|get_stats|search_tasks)$/;

/** The calls that change something, in what they set. */
function changes(talk: Conversation, text: string): Record<string, unknown>[] {
  const { calls } = talk.say(text);
  return calls.filter(({ name }) => !LOOKS.test(name)).map(({ arguments: args }) => args);
}

describe("a reminder before something", () => {
  it.each([
    ["remind me an hour before the dentist appointment", 60],
    ["dentist appointment se aadha ghanta pehle yaad dilana", 30],
    ["ڈینٹسٹ اپائنٹمنٹ سے دو گھنٹے پہلے یاد دلا دینا", 120],
  ])("is set on the task that is there: %s", (text, minutes_before) => {
    const talk = new Conversation(fixtureTasks);
    expect(changes(talk, text)).toEqual([{ id: 10, reminders: [{ minutes_before }] }]);
  });

  it.each([
    ["physio at 4pm on tuesday, remind me an hour before", "2026-11-24T16:00:00+05:00"],
    ["kal 4 baje physio hai, ek ghanta pehle yaad dila dena", "2026-11-22T16:00:00+05:00"],
    ["کل چار بجے فزیو ہے، ایک گھنٹہ پہلے یاد دلا دینا", "2026-11-22T16:00:00+05:00"],
  ])("comes with a new task: %s", (text, due_at) => {
    const [made, ...others] = changes(new Conversation([]), text);
    expect(made).toMatchObject({ due_at, reminders: [{ minutes_before: 60 }] });
    expect(others).toEqual([]);
  });

  it("says when it rings", () => {
    const talk = new Conversation(fixtureTasks);
    const { answer } = talk.say("remind me an hour before the dentist appointment");
    expect(answer).toContain("It rings Wednesday 10:00.");
  });

  it("makes a task of what is none yet, and asks when that is", () => {
    const talk = new Conversation([]);
    expect(talk.say("remind me an hour before the concert").answer).toContain("When is it?");
    expect(changes(talk, "friday at 8pm")).toMatchObject([{ due_at: "2026-11-27T20:00:00+05:00" }]);
  });

  it.each([
    "my brother's wedding is on december 20th, remind me two days before to buy a present",
    "bhai ki shadi 20 december ko hai, do din pehle tohfa lene ka yaad dilana",
    "بھائی کی شادی ۲۰ دسمبر کو ہے، دو دن پہلے تحفہ لینے کا یاد دلانا",
  ])("of another errand is a task so long before: %s", (text) => {
    const made = changes(new Conversation([]), text);
    expect(made.map(({ due_at }) => due_at)).toEqual(["2026-12-20", "2026-12-18"]);
  });
});

describe("a plan", () => {
  it.each([
    "I'm overwhelmed",
    "main bohat pareshan hun itne kaam hain",
    "سمجھ نہیں آتا کہاں سے شروع کروں",
  ])("is made of what presses, with what can wait: %s", (text) => {
    const { answer, calls } = new Conversation(fixtureTasks).say(text);
    expect(calls.map(({ name }) => name)).toEqual(["list_tasks"]);
    const named = [...answer.matchAll(/#(\d+)/g)].map(([, id]) => Number(id));
    // What is overdue comes first, then what is due today.
    expect(named.slice(0, 3)).toEqual([13, 7, 2]);
    expect(named.length).toBe(5);
  });

  it("says that there is nothing to do", () => {
    expect(new Conversation([]).say("what should I focus on?").answer).toContain("Nothing is open");
  });
});

describe("what is not so", () => {
  it.each(["I didn't go to the gym", "gym nahi gaya", "جم نہیں گیا", "is the gym done?"])(
    "completes nothing: %s",
    (text) => expect(changes(new Conversation(fixtureTasks), text)).toEqual([]),
  );
});

it("refuses in words what is too long to be read", () => {
  const { answer, calls } = new Conversation(fixtureTasks).say("and y ".repeat(1_500));
  expect(calls).toEqual([]);
  expect(answer).toContain("in parts");
});

describe("what is wanted now, or no more", () => {
  it.each([
    "give me a list of plumbers in lahore",
    "give me the names of some tailors",
    "find me a cheap flight to karachi",
    "mujhe dikhao sasti kitabein",
    "stop reminding me about vitamins",
    "pani peene ka yaad dilana band karo",
    "مجھے پانی پینے کی یاد دلانا بند کر دو",
  ])("adds no task without a question: %s", (text) => {
    expect(changes(new Conversation([]), text)).toEqual([]);
  });

  it.each(["remind me to give me a break at 5", "add stop the newspaper", "add give Ali the keys"])(
    "leaves errands of the same words: %s",
    (text) => {
      expect(changes(new Conversation([]), text)).toHaveLength(1);
    },
  );
});
