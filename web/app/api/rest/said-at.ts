import { z } from "zod";
import { SENT_HEADER } from "#app/offline/pages/headers";
import { syncWaitingSeconds } from "#app/platform/metrics";

/** How long before now something may have been said, in days. */
const DAYS_MAX = 60;

/** A member of a body: when the person said what it carries. */
export const saidAtInput = z.iso
  .datetime({ offset: true })
  .optional()
  .describe(`When it was said, if there was no connection then. At most ${DAYS_MAX} days ago.`);

/**
 * When something was said, by the clock of this server, within bounds. How long ago it was is measured.
 *
 * @param text when the device says that it was
 * @param headers of the request: with {@link SENT_HEADER} only the time between the two counts, since a
 *   phone whose clock is hours slow would have everything said hours ago
 */
export function readSaidAt(text: string | null | undefined, headers: Headers): Date | undefined {
  const said = Date.parse(text ?? "");
  if (Number.isNaN(said)) return undefined;
  const now = Date.now();
  const sent = Date.parse(headers.get(SENT_HEADER) ?? "");
  const ago = (Number.isNaN(sent) ? now : sent) - said;
  const bounded = Math.min(Math.max(ago, 0), DAYS_MAX * 86_400_000);
  syncWaitingSeconds.observe(bounded / 1000);
  return new Date(now - bounded);
}
