import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";

const root = path.resolve(import.meta.dirname, "..");

/** Where a local Karlo keeps its data and secrets. */
export const dataFolder = path.resolve(process.env.KARLO_DATA || path.join(root, ".karlo"));

/** The environment of a local Karlo: the caller's, and what it leaves out. */
export function environmentOf(postgres: EmbeddedPostgres | undefined): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || keptSecret(),
    ...(postgres && { DATABASE_URL: postgres.socketUrl("postgres"), DIRECT_DATABASE_URL: "" }),
  };
}

/** The secret that signs sessions, made once for this data folder. */
function keptSecret(): string {
  const file = path.join(dataFolder, "auth-secret");
  mkdirSync(dataFolder, { recursive: true });
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
