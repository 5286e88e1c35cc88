import { Prisma } from "#app/platform/generated/client";

/** Whether a database error is a unique constraint violation. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
