import { expect, it } from "vitest";
import { inOrder } from "./in-order";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

it("makes the changes of a task one after another, whatever becomes of them", async () => {
  const said: string[] = [];
  const change =
    (name: string, ms: number, fails = false) =>
    async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const rename = inOrder(form({ id: "1" }), change("rename", 30, true));
  const tick = inOrder(form({ ids: "1,2" }), change("tick", 1));
  const other = inOrder(form({ id: "3" }), change("other", 1));
  const undo = inOrder(form({ changes: "2:4" }), change("undo", 1));
  await expect(rename).rejects.toThrow("rename");
  expect(await Promise.all([tick, other, undo])).toEqual(["tick", "other", "undo"]);
  expect(said).toEqual([
    "rename begins",
    "other begins",
    "other ends",
    "rename ends",
    "tick begins",
    "tick ends",
    "undo begins",
    "undo ends",
  ]);
});
