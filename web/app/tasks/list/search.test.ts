import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/platform/database/open-database";
import { createTask } from "#app/tasks/task/create-task.server";
import type { Actor } from "#app/tasks/task/task";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { listTasks } from "./list-tasks.server";

let testDatabase: TestDatabase;
let database: Database;
const actor: Actor = { userId: "amna", by: "person", timeZone: "Asia/Karachi" };

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, 4);
  await database.db.user.create({ data: { id: "amna", name: "Amna", email: "a@example.com" } });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const add = (title: string, description = "") =>
  createTask(database.db, actor, { title, description });

async function find(search: string): Promise<number[]> {
  const { tasks } = await listTasks(database.db, "amna", { search, sort: "number" }, "UTC");
  return tasks.map(({ id }) => id);
}

/** Whether a search matches a text, without storing the text. */
async function matches(text: string, search: string): Promise<boolean> {
  const [row] = await database.db.$queryRaw<{ found: boolean }[]>`
    SELECT search_normal(${text}) LIKE search_pattern(${search})
      OR search_vector(${text}) @@ search_query(${search}) AS found`;
  return row?.found ?? false;
}

const ENGLISH = `report invoice dentist plant email rents doctor kitchen passport birthday groceries
  insurance meeting electricity holiday bicycle pharmacy homework library ticket laundry water
  garden school teacher lunch money paint phone train wedding yearly zebra quick jumpy`;
const URDU = `دودھ سبزیاں کتابیں ڈاکٹر بجلی ٹیلیفون ملاقات پاسپورٹ سالگرہ خریداری مرمت کرایہ
  امتحان اسکول دوائیاں گاڑی مہینہ اخبار باورچی درخواست`;
const words = `${ENGLISH} ${URDU}`.split(/\s+/).filter((word) => word.length >= 5);
const letters = [..."abcdefghijklmnopqrstuvwxyzابتثجچحدرسشعفکگلمنوہی"];

type Typo = "wrong" | "missing" | "swapped" | "extra";

function withTypo(word: string, kind: Typo, at: number, letter: string): string {
  const place = at % (kind === "swapped" ? word.length - 1 : word.length);
  const [before, here, after] = [
    word.slice(0, place),
    word.slice(place, place + 1),
    word.slice(place + 1),
  ];
  if (kind === "missing") return before + after;
  if (kind === "wrong") return before + letter + after;
  if (kind === "extra") return before + letter + here + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

describe("search", () => {
  it("finds any word of five letters or more despite one wrong, missing, swapped or extra letter", async () => {
    const typos = fc.tuple(
      fc.constantFrom(...words),
      fc.constantFrom<Typo>("wrong", "missing", "swapped", "extra"),
      fc.nat(30),
      fc.constantFrom(...letters),
    );
    await fc.assert(
      fc.asyncProperty(typos, async ([word, kind, at, letter]) => {
        const typed = withTypo(word, kind, at, letter);
        expect(await matches(`some ${word} here`, typed), `${word} by ${typed}`).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds random words of either script in the same way", async () => {
    const randomWord = (alphabet: string) =>
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: 5, maxLength: 20 });
    const randomWords = fc.oneof(
      randomWord("abcdefghijklmnopqrstuvwxyz"),
      randomWord("ابپتٹجچحخدڈرڑسشعغفقکگلمنوہیے"),
    );
    await fc.assert(
      fc.asyncProperty(
        randomWords,
        fc.constantFrom<Typo>("wrong", "missing", "swapped", "extra"),
        fc.nat(30),
        fc.constantFrom(...letters),
        async (word, kind, at, letter) => {
          expect(await matches(word, withTypo(word, kind, at, letter))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("does not match a word that differs more", async () => {
    expect(await matches("write the report", "repair")).toBe(false);
    expect(await matches("call Sana", "call Hana")).toBe(false);
    expect(await matches("budget 202512", "202612")).toBe(false);
    expect(await matches("دودھ خریدنا", "کتابیں")).toBe(false);
  });

  it.each([
    ["گاڑي كي مرمت", "گاڑی کی"],
    ["كتاب", "کتاب"],
    ["مُحَمَّد", "محمد"],
    ["کتاب‌خانہ", "کتابخانہ"],
    ["آم لانا", "ام"],
    ["دوده", "دودھ"],
    ["ماں", "مان"],
    ["۲۰۲۶ کا بجٹ", "2026"],
    ["٣ انڈے", "۳"],
    ["Café with Zoë", "cafe ZOE"],
    ["FILE TAXES", "taxes"],
    ["the plumber’s number", "plumber's"],
    ["went running", "runs"],
  ])("%s matches the search %s", async (text, search) =>
    expect(await matches(text, search)).toBe(true),
  );

  it("requires every word, in the title or the description", async () => {
    const { id } = await add("Quarterly rehearsal", "bring the violin");
    expect(await find("rehersal vioiln")).toEqual([id]);
    expect(await find("rehearsal trumpet")).toEqual([]);
  });

  it.each([
    ["گاۓ کا چارہ", "گائے"],
    ["گائے کا چارہ", "گاۓ"],
    ["چائے لانا", "چاے"],
    ["اسلام آباد جانا", "اسلام\u200cآباد"],
    ["اسلام\u200cآباد جانا", "اسلام آباد"],
    ["اسلام‌آباد جانا", "جانا اسلام آباد"],
    ["دودھ لانا", "doodh"],
    ["doodh lana", "دودھ"],
    ["دودھ لانا", "doodh lana"],
    ["کتاب پڑھنی", "kitaab"],
    ["kitab parhni", "کتاب"],
    ["امتحان کی تیاری", "imtihan"],
    ["imtehan", "امتحان"],
    ["میٹنگ", "meeting"],
    ["بجلی کا بل", "bijli"],
    ["bijlee ka bill", "بجلی"],
    ["کرایہ دینا", "kiraya"],
    ["kiraaya", "کرایہ"],
    ["سبزی", "sabzi"],
    ["ڈاکٹر", "doctor"],
    ["doctor ke paas", "ڈاکٹر"],
    ["اسکول", "school"],
    ["skool jana", "اسکول"],
    ["عید کی خریداری", "eid"],
    ["خریداری", "kharidari"],
    ["buy milk", "mlik"],
    ["buy milk", "imlk"],
    ["Call Bilal", "بلال"],
  ])("finds %s by %s", async (text, search) => {
    const { id } = await add(text);
    expect(await find(search)).toContain(id);
  });

  it.each([
    ["دودھ لانا", "dead"],
    ["دودھ لانا", "dhobi"],
    ["کتاب", "cat"],
    ["buy milk", "mild"],
    ["اسلام آباد", "حیدر آباد"],
    ["kitab", "کاتب"],
  ])("does not find %s by %s", async (text, search) => {
    const { id } = await add(text);
    expect(await find(search)).not.toContain(id);
  });

  it("treats every character of a search literally", async () => {
    const { id } = await add(String.raw`50%_off \ 'or' 1=1 -- "(a & b) | !c:* <-> ;`);
    for (const search of ["50%", "%_", "\\", "'or'", "--", '"(a', "| !c:*", "<->", ";"]) {
      expect(await find(search), search).toContain(id);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
        async (text) => {
          fc.pre(!text.includes("\0") && text.trim() !== "");
          expect(await matches(`x ${text} y`, text.trim())).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("indexes texts of the maximum length", async () => {
    const word = "ﷺ".repeat(200);
    const task = await add(word, "ڑۓ🧿abcdefghijklmnopqrstuvwx ".repeat(180).slice(0, 5_000));
    expect(await find(word.slice(0, 40))).toEqual([task.id]);
    await add("base64", "QmFzZTY0".repeat(625));
  });
});
