import type { Meanings } from "../chart";
import { type Amount, addAmounts, amountOf, NOTHING } from "../shapes";

/** "One hour, twenty minutes": a lesser unit goes on from a greater one. */
function follows(one: Amount, two: Amount): boolean {
  if (two.months > 0) return false;
  if (two.days > 0) return one.days === 0 && one.minutes === 0;
  return one.minutes === 0 || (one.minutes % 60 === 0 && two.minutes < 60);
}

/** What amounts of time mean: two weeks, an hour and a half, ڈیڑھ گھنٹہ, 1h30m. */
export const amountMeanings: Meanings = {
  one: () => 1,
  quarterMore: ({ num, frac }) => num + frac / 60,
  halfMore: ({ num }) => num + 0.5,
  amount: ({ qty, unit }) => amountOf(qty, unit),
  // سوا گھنٹہ is an hour and a quarter, پونا گھنٹہ three quarters of one.
  aroundUnit: ({ frac, unit }) =>
    frac === 30 || unit !== "hour" ? null : amountOf(60 + frac, "minute"),
  halfUnit: ({ qty = 1, unit }) =>
    qty !== 1 || unit === "minute" || unit === "day" ? null : amountOf(0.5, unit),
  quarterUnit: ({ qty = 1, unit }) => (unit === "hour" ? amountOf(qty * 15, "minute") : null),
  amountAndHalf: ({ qty, unit }) => (unit === "minute" ? null : amountOf(qty + 0.5, unit)),
  sum: ({ dur, dur2 }) => (follows(dur, dur2) ? addAmounts(dur, dur2) : null),
  hoursAndMinutes: ({ gdur, num }) =>
    gdur.minutes % 60 === 0 && gdur.minutes > 0 && num >= 10 && num < 60 && num % 5 === 0
      ? { ...gdur, minutes: gdur.minutes + num }
      : null,
  single: ({ soon }) => amountOf(1, soon),
  push: ({ dur, push = 1, byshift = 1 }) => addAmounts(NOTHING, dur, push * byshift),
};
