import fc from "fast-check";
import { expect, it } from "vitest";
import { byPosition, positionBetween, positionOf } from "./position";

it("has room between any two tasks, however often and wherever one is moved", () => {
  const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), moves, (count, all) => {
      let tasks = Array.from({ length: count }, (_, at) => ({
        id: at + 95,
        position: null as string | null,
      }));
      for (const [which, where] of all) {
        const moved = tasks[which % tasks.length];
        if (!moved) continue;
        const others = tasks.filter((task) => task !== moved);
        const to = where % tasks.length;
        const [before, after] = [others[to - 1], others[to]];
        const position = positionBetween(
          before ? positionOf(before) : null,
          after ? positionOf(after) : null,
        );
        expect(position).toMatch(/^\d*[1-9]$/);
        tasks = [...others.slice(0, to), { ...moved, position }, ...others.slice(to)];
        expect([...tasks].sort(byPosition)).toEqual(tasks);
      }
    }),
  );
});

it("keeps the end of a list before what is added later", () => {
  const moved = positionBetween(positionOf({ id: 12, position: null }), null);
  expect(moved < positionOf({ id: 13, position: null })).toBe(true);
  let last = moved;
  for (let times = 0; times < 500; times += 1) last = positionBetween(last, null);
  expect(last.length).toBeLessThan(400);
});
