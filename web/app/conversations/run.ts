import type { SessionUser } from "#app/accounts/session.server";
import type { Language } from "#app/assistant/language";
import type { ModelChoice } from "#app/assistant/models.server";
import { DEFAULT_NUMERALS, isNumerals } from "#app/i18n/numerals";
import type { Db } from "#app/platform/database";
import type { Run as RunRow } from "#app/platform/generated/client";
import type { Listener } from "#app/platform/listener";
import type { Logger } from "#app/platform/log";
import type { Approval, Message } from "./message";
import type { RunEvent } from "./run-event";

/** What a run works with. */
export interface RunRooms {
  db: Db;
  listener: Listener;
  model: ModelChoice;
  log: Logger;
}

/** A run that this process works on: the person's message, or their answer to what it waits for. */
export interface ClaimedRun {
  runId: string;
  conversationId: number;
  user: Pick<SessionUser, "id" | "timeZone" | "numerals">;
  language: Language;
  /** Whoever claims a run gives it another; only who has the present one may write. */
  lease: string;
  /** How many processes had it before since a person took it up: something may be done already. */
  takeovers: number;
  /** What was said up to its message, where that was read when the message came. */
  said?: Pick<Message, "role" | "parts">[];
  resume?: { state: string; approvals: Approval[]; approved: ReadonlySet<string> };
}

/** A run that has begun, or waits for its turn. */
export interface StartedRun {
  runId: string;
  conversationId: number;
  /** Number of the run's last event before this message's own. */
  lastEventId: number;
  /** The run's first event, where this process works on it and there is no other yet. */
  begun?: RunEvent;
}

/** The run of a row that has just been claimed with `lease`. */
export function toClaimedRun(
  row: RunRow,
  person: { timeZone: string; numerals: string },
  lease: string,
): ClaimedRun {
  const approvals = row.approvals as unknown as Approval[];
  return {
    runId: row.id,
    conversationId: row.conversationNumber,
    user: {
      id: row.userId,
      timeZone: row.timeZone ?? person.timeZone,
      numerals: isNumerals(person.numerals) ? person.numerals : DEFAULT_NUMERALS,
    },
    language: row.language as Language,
    lease,
    takeovers: row.takeovers,
    ...(row.state && {
      resume: {
        state: row.state,
        approvals,
        approved: new Set((row.approved ?? []) as unknown as string[]),
      },
    }),
  };
}
