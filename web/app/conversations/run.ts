import type { SessionUser } from "#app/accounts/session.server";
import type { Language } from "#app/assistant/language";
import type { ModelChoice } from "#app/assistant/models.server";
import type { Db } from "#app/platform/database";
import type { Logger } from "#app/platform/log";
import type { Approval } from "./message";

/** What a run works with. */
export interface RunRooms {
  db: Db;
  model: ModelChoice;
  log: Logger;
  /** Names this process in leases. */
  owner: string;
}

/** A run to work on: the person's newest message, or their answer to what it waits for. */
export interface RunStart {
  runId: string;
  conversationId: number;
  user: Pick<SessionUser, "id" | "timeZone">;
  language: Language;
  resume?: { state: string; approvals: Approval[]; approve: ReadonlySet<string> };
}

/** A run that has begun. */
export interface StartedRun {
  runId: string;
  conversationId: number;
  /** Number of the run's last event before this message's own. */
  lastEventId: number;
}
