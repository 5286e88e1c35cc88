import { Prisma } from "#app/platform/generated/client";

/** True when a row of that unique value is there already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
