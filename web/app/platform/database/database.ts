import type { PrismaClient } from "#app/platform/generated/client";

/** The database client of the process, or one of its transactions. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends">;
