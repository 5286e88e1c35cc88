import { describe, expect, it } from "vitest";
import type { TimeContext } from "./find-times";
import { readLine } from "./read-line";

const context: TimeContext = {
  now: new Date("2026-11-29T09:00:00Z"),
  timeZone: "Asia/Karachi",
};

/** The least processor time of several readings, in milliseconds: other work on the machine passes. */
function cost(text: string, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    const before = process.cpuUsage();
    readLine(`${text} ${run % 2}`, context);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const PIECES = [
  ..."a|and y |, |5 |5,|5-|1.|'|\"|“|(|- |x@|ب|کل |ہر |بجے |monday |monday, |5 december |2026-12-05 ".split(
    "|",
  ),
  ..."12:30 |5 to |every |the |of |at 5 and |every mon and |from 5 to |in 5 days |1st and |mon tue |5pm ".split(
    "|",
  ),
  ..."next |before |tomorrow |ek |half |5 baje |5 se |shaam |every day |two hours and |on |5 din baad |sat sun ".split(
    "|",
  ),
];

describe("a text of 10,000 characters", () => {
  it.each(PIECES)("of “%s” is read in 30 ms", (piece) => {
    cost(fill(piece, 2000), 3);
    // Thrice the bar: a machine that runs other tests at the same time has a third of a processor.
    expect(cost(fill(piece, 10_000), 12)).toBeLessThan(90);
  });

  it.each(PIECES)("of “%s” costs no more than its length", (piece) => {
    const short = cost(fill(piece, 5_000), 8);
    const long = cost(fill(piece, 20_000), 4);
    expect(long).toBeLessThan(8 * short + 20);
  });
});

describe("an ordinary line", () => {
  it.each([
    "call Sara tomorrow at 5pm",
    "pay rent on the last day of every month",
    "کل شام ۵ بجے دودھ لانا",
    "har mahine ki 5 tareekh ko kiraya",
    "gym every mon wed fri 6am",
    "buy milk",
  ])("“%s” is read in half a millisecond", (line) => {
    for (let run = 0; run < 300; run += 1) readLine(`${line} ${run}`, context);
    const before = process.cpuUsage();
    for (let run = 0; run < 300; run += 1) readLine(`${line} ${run}`, context);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000 / 300).toBeLessThan(0.5);
  });
});
