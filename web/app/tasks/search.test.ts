import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/platform/database";
import { createTestDatabase, type TestDatabase } from "#app/platform/testing/test-database";
import { createTask } from "./create-task.server";
import { listTasks } from "./list-tasks.server";
import type { Actor } from "./task";

let database: TestDatabase;
let opened: Database;
const actor: Actor = { userId: "amna", by: "person", timeZone: "Asia/Karachi" };

beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase(database.url, 4);
  await opened.db.user.create({ data: { id: "amna", name: "Amna", email: "a@example.com" } });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const add = (title: string, description = "") =>
  createTask(opened.db, actor, { title, description });

async function find(search: string): Promise<number[]> {
  const { tasks } = await listTasks(opened.db, "amna", { search, sort: "number" }, "UTC");
  return tasks.map(({ id }) => id);
}

/** Whether a text would be found by a search, without keeping it. */
async function finds(text: string, search: string): Promise<boolean> {
  const [row] = await opened.db.$queryRaw<{ found: boolean }[]>`
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

type Slip = "wrong" | "missing" | "swapped" | "extra";

function slip(word: string, kind: Slip, at: number, letter: string): string {
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
  it("finds any word of five letters or more with one letter wrong, missing, swapped or too many", async () => {
    const slips = fc.tuple(
      fc.constantFrom(...words),
      fc.constantFrom<Slip>("wrong", "missing", "swapped", "extra"),
      fc.nat(30),
      fc.constantFrom(...letters),
    );
    await fc.assert(
      fc.asyncProperty(slips, async ([word, kind, at, letter]) => {
        const typed = slip(word, kind, at, letter);
        expect(await finds(`some ${word} here`, typed), `${word} by ${typed}`).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds made-up words of either script as well", async () => {
    const word = (alphabet: string) =>
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: 5, maxLength: 20 });
    const made = fc.oneof(word("abcdefghijklmnopqrstuvwxyz"), word("ابپتٹجچحخدڈرڑسشعغفقکگلمنوہیے"));
    await fc.assert(
      fc.asyncProperty(
        made,
        fc.constantFrom<Slip>("wrong", "missing", "swapped", "extra"),
        fc.nat(30),
        fc.constantFrom(...letters),
        async (one, kind, at, letter) => {
          expect(await finds(one, slip(one, kind, at, letter))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("does not take a far word for a near one", async () => {
    expect(await finds("write the report", "repair")).toBe(false);
    expect(await finds("call Sana", "call Hana")).toBe(false);
    expect(await finds("budget 202512", "202612")).toBe(false);
    expect(await finds("دودھ خریدنا", "کتابیں")).toBe(false);
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
  ])("%s is found by %s", async (text, search) => expect(await finds(text, search)).toBe(true));

  it("asks for every word, in the title or the description", async () => {
    const { id } = await add("Quarterly rehearsal", "bring the violin");
    expect(await find("rehersal vioiln")).toEqual([id]);
    expect(await find("rehearsal trumpet")).toEqual([]);
  });

  it("takes any text as text", async () => {
    const { id } = await add(String.raw`50%_off \ 'or' 1=1 -- "(a & b) | !c:* <-> ;`);
    for (const search of ["50%", "%_", "\\", "'or'", "--", '"(a', "| !c:*", "<->", ";"]) {
      expect(await find(search), search).toContain(id);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
        async (text) => {
          fc.pre(!text.includes("\0") && text.trim() !== "");
          expect(await finds(`x ${text} y`, text.trim())).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps the longest texts there are", async () => {
    const word = "ﷺ".repeat(200);
    const task = await add(word, "ڑۓ🧿abcdefghijklmnopqrstuvwx ".repeat(180).slice(0, 5_000));
    expect(await find(word.slice(0, 40))).toEqual([task.id]);
    await add("base64", "QmFzZTY0".repeat(625));
  });
});
