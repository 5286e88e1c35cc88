import type { Mailer } from "#app/accounts/session/mailer.server";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import type { Logger } from "#app/platform/log";

/** What the rules and records of account security need. */
export interface SecurityDeps {
  db: Db;
  config: Config;
  /** Null when no mail server is configured. */
  mailer: Mailer | null;
  log: Logger;
}
