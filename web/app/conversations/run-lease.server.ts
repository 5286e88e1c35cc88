import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database";
import type { ClaimedRun } from "./run";

/** A run whose process has not renewed its lease for this long is taken up by another. */
export const LEASE_SECONDS = 6;

/** Thrown to whoever writes for a run that is no longer theirs: it was stopped, or taken up. */
export class LeaseLost extends Error {
  constructor(runId: string) {
    super(`run ${runId} is no longer this process's`);
    this.name = "LeaseLost";
  }
}

/** A lease that nobody has had. */
export const newLease = (): string => randomUUID();

/** Keeps runs this process's own; gives the leases that it still has. */
export async function renewLeases(db: Db, leases: string[]): Promise<Set<string>> {
  if (leases.length === 0) return new Set();
  const rows = await db.$queryRaw<{ lease: string }[]>`
    UPDATE run SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE status = 'running' AND lease_owner = ANY(${leases})
    RETURNING lease_owner AS lease`;
  return new Set(rows.map(({ lease }) => lease));
}

/** Channel on which processes hear that a run is to be taken up. */
export const RUN_RELEASED_CHANNEL = "run_released";

/** Gives a run away, to be taken up at once by another process. */
export async function releaseRun(db: Db, { runId, lease }: ClaimedRun): Promise<void> {
  await db.$queryRaw`
    WITH released AS (
      UPDATE run SET lease_owner = 'released', lease_until = now()
      WHERE id = ${runId}::uuid AND status = 'running' AND lease_owner = ${lease}
      RETURNING id
    )
    SELECT pg_notify(${RUN_RELEASED_CHANNEL}, id::text)::text FROM released`;
}
