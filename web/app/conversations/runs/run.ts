import { z } from "zod";
import { type TimeColumns, timePreferences } from "#app/accounts/preferences/time-preferences";
import type { SessionUser } from "#app/accounts/session/session.server";
import type { Language } from "#app/assistant/language";
import type { ModelChoice } from "#app/assistant/models.server";
import type { Approval, Message } from "#app/conversations/messages/message";
import { parseApprovals } from "#app/conversations/messages/message-schema";
import { DEFAULT_NUMERALS, isNumerals } from "#app/i18n/numerals";
import type { Db } from "#app/platform/database/database";
import type { Listener } from "#app/platform/database/listener";
import type { Run as RunRow } from "#app/platform/generated/client";
import type { Logger } from "#app/platform/log";
import type { RunEvent } from "./run-event";

/** What executing a run depends on. */
export interface RunDeps {
  db: Db;
  listener: Listener;
  model: ModelChoice;
  log: Logger;
  /** Whether the server sends mails. */
  mails: boolean;
}

/** A run that this process executes. */
export interface ClaimedRun {
  runId: string;
  conversationId: number;
  user: Pick<SessionUser, "id" | "timeZone" | "numerals" | "preferences">;
  language: Language;
  /** Every claim creates a new lease; only the owner of the current one may write. */
  lease: string;
  /** How often a process lost the run in this segment; if any did, work may be done already. */
  takeovers: number;
  /** How many of these times the process ended, and did not hand the run on. */
  crashes: number;
  /** The trace that the run belongs to, as `traceparent`; null where none is recorded. */
  traceParent: string | null;
  /** When its message was said, where it waited on a device: its times are counted from then. */
  saidAt: Date | null;
  /** The history up to the run's message, if it is known already. */
  history?: Pick<Message, "role" | "parts">[];
  /** The calls of an earlier question that its message withdrew; the answer says so first. */
  withdrew: Approval[];
  /** Set for a run that was answered after it awaited approval. */
  resume?: {
    state: string;
    approvals: Approval[];
    /** Ids of what the person approved, as `ApprovalAnswer` has them. */
    approved: ReadonlySet<string>;
  };
}

/** A run that was started or queued. */
export interface StartedRun {
  runId: string;
  conversationId: number;
  /** Number of the last event before this message or answer; readers continue after it. */
  lastEventId: number;
  /** The run's first event, if this process just created it and executes the run. */
  firstEvent?: RunEvent;
}

const approvedColumn = z.array(z.string()).nullable();

/** Converts a row that was just claimed with `lease`. */
export function toClaimedRun(
  row: RunRow,
  person: TimeColumns & { timeZone: string; numerals: string },
  lease: string,
): ClaimedRun {
  return {
    runId: row.id,
    conversationId: row.conversationNumber,
    user: {
      id: row.userId,
      timeZone: row.timeZone ?? person.timeZone,
      numerals: isNumerals(person.numerals) ? person.numerals : DEFAULT_NUMERALS,
      preferences: timePreferences(person),
    },
    language: row.language as Language,
    lease,
    takeovers: row.takeovers,
    crashes: row.crashes,
    traceParent: row.traceParent,
    saidAt: row.saidAt,
    withdrew: parseApprovals(row.withdrew),
    ...(row.state && {
      resume: {
        state: row.state,
        approvals: parseApprovals(row.approvals),
        approved: new Set(approvedColumn.parse(row.approved)),
      },
    }),
  };
}
