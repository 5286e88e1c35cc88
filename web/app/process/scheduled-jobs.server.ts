import { purgeApps } from "#app/accounts/apps/purge-apps.server";
import { purgeSecurityEvents } from "#app/accounts/security/purge-security-events.server";
import { purgeExpired } from "#app/accounts/session/purge-expired.server";
import { purgeAttachments } from "#app/attachments/purge-attachments.server";
import { purgeRunEvents } from "#app/conversations/runs/purge-run-events.server";
import type { Job } from "#app/platform/schedule";
import { purgeNotifications } from "#app/reminders/schedule/purge-notifications.server";
import { purgeTombstones } from "#app/tasks/changes/purge-tombstones.server";
import { purgeTrash } from "#app/tasks/trash/purge-trash.server";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** All scheduled jobs of Karlo. */
export const scheduledJobs: Job[] = [
  { name: "trash", everyMs: HOUR_MS, run: purgeTrash },
  { name: "deleted tasks", everyMs: HOUR_MS, run: purgeTombstones },
  { name: "run events", everyMs: HOUR_MS, run: purgeRunEvents },
  { name: "attachments", everyMs: HOUR_MS, run: purgeAttachments },
  { name: "sessions and limits", everyMs: HOUR_MS, run: purgeExpired },
  { name: "apps and tokens", everyMs: HOUR_MS, run: purgeApps },
  { name: "security events", everyMs: HOUR_MS, run: purgeSecurityEvents },
  { name: "notifications", everyMs: HOUR_MS, run: purgeNotifications },
  {
    name: "idempotency keys",
    everyMs: HOUR_MS,
    // A retry with the same key is expected within a day.
    async run(tx, now) {
      const createdAt = { lte: new Date(now.getTime() - DAY_MS) };
      return (await tx.idempotencyKey.deleteMany({ where: { createdAt } })).count;
    },
  },
];
