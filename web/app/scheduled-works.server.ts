import { purgeExpired } from "./accounts/purge-expired.server";
import { purgeAttachments } from "./conversations/purge-attachments.server";
import { purgeRunEvents } from "./conversations/purge-run-events.server";
import type { Work } from "./platform/schedule";
import { purgeTrash } from "./tasks/purge-trash.server";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** All that Karlo does by the clock. */
export const scheduledWorks: Work[] = [
  { name: "trash", everyMs: HOUR_MS, run: purgeTrash },
  { name: "run events", everyMs: HOUR_MS, run: purgeRunEvents },
  { name: "attachments", everyMs: HOUR_MS, run: purgeAttachments },
  { name: "sessions and limits", everyMs: HOUR_MS, run: purgeExpired },
  {
    name: "idempotency keys",
    everyMs: HOUR_MS,
    // A request that is sent again comes within a day, or it is another.
    async run(tx, now) {
      const createdAt = { lte: new Date(now.getTime() - DAY_MS) };
      return (await tx.idempotencyKey.deleteMany({ where: { createdAt } })).count;
    },
  },
];
