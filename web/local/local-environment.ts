import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Where a local Karlo keeps its data and secrets. */
export const dataFolder = path.resolve(process.env.KARLO_DATA || path.join(root, ".karlo"));

/** The environment of a local Karlo: the caller's, and what it leaves out. */
export function environmentOf(postgres: EmbeddedPostgres | undefined): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || keptSecret("auth-secret"),
    // 32 random bytes are a private key of P-256.
    VAPID_PRIVATE_KEY: process.env.VAPID_PRIVATE_KEY || keptSecret("vapid-key"),
    ...(postgres && { DATABASE_URL: postgres.socketUrl("postgres"), DIRECT_DATABASE_URL: "" }),
  };
}

/** A secret of 32 bytes, made once for this data folder. */
function keptSecret(name: string): string {
  const file = path.join(dataFolder, name);
  mkdirSync(dataFolder, { recursive: true });
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
