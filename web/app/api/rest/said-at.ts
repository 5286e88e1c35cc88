import { z } from "zod";
import { syncWaitingSeconds } from "#app/platform/metrics";

/** How long before now something may have been said, in days. */
const DAYS_MAX = 60;

/** A member of a body: when the person said what it carries. */
export const saidAtInput = z.iso
  .datetime({ offset: true })
  .optional()
  .describe(`When it was said, if there was no connection then. At most ${DAYS_MAX} days ago.`);

/** A moment that a device told, within bounds: its clock may be wrong. How long ago it was is measured. */
export function readSaidAt(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const now = Date.now();
  const time = Math.min(Date.parse(text), now);
  syncWaitingSeconds.observe((now - time) / 1_000);
  return new Date(Math.max(time, now - DAYS_MAX * 86_400_000));
}
