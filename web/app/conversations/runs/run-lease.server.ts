import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import type { ClaimedRun } from "./run";

/** Lifetime of a lease that is not renewed; then another process can claim the run. */
export const LEASE_SECONDS = 6;

/** Thrown by writes for a run whose lease this process has lost: it was stopped or claimed. */
export class LeaseLost extends Error {
  constructor(runId: string) {
    super(`run ${runId} is no longer this process's`);
    this.name = "LeaseLost";
  }
}

/** Creates a unique lease. */
export const newLease = (): string => randomUUID();

/** Renews the leases of running runs; returns those that this process still has. */
export async function renewLeases(db: Db, leases: string[]): Promise<Set<string>> {
  if (leases.length === 0) return new Set();
  const rows = await db.$queryRaw<{ lease: string }[]>`
    UPDATE run SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE status = 'running' AND lease_owner = ANY(${leases})
    RETURNING lease_owner AS lease`;
  return new Set(rows.map(({ lease }) => lease));
}

/** The owner of a run that its process released before the run ended. */
export const RELEASED = "released";

/** Notification channel for runs that were released and can be claimed. */
export const RUN_RELEASED_CHANNEL = "run_released";

/** Ends the lease of a run, so that another process can claim it at once. */
export async function releaseRun(db: Db, { runId, lease }: ClaimedRun): Promise<void> {
  await db.$queryRaw`
    WITH released AS (
      UPDATE run SET lease_owner = ${RELEASED}, lease_until = now()
      WHERE id = ${runId}::uuid AND status = 'running' AND lease_owner = ${lease}
      RETURNING id
    )
    SELECT pg_notify(${RUN_RELEASED_CHANNEL}, id::text)::text FROM released`;
}
