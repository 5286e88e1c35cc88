import type { Db } from "#app/platform/database/database";
import { type SecurityEventType, type SignInMethod, signInMethods } from "./security-event";

/** Events on a page. */
const PAGE_SIZE = 30;

/** A security event as the page shows it. */
export interface ShownEvent {
  id: string;
  type: SecurityEventType;
  at: string;
  device: string | null;
  address: string | null;
  method: SignInMethod | null;
  /** How often it happened. */
  count: number;
}

/**
 * Reads a page of the events of an account, the newest first.
 *
 * @param page from 1
 */
export async function readSecurityEvents(
  db: Db,
  userId: string,
  page: number,
): Promise<{ events: ShownEvent[]; page: number; more: boolean }> {
  const rows = await db.securityEvent.findMany({
    where: { userId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE + 1,
  });
  const events = rows.slice(0, PAGE_SIZE).map(({ id, type, at, device, address, details }) => {
    const { method, count } = (details ?? {}) as { method?: string; count?: number };
    return {
      id: String(id),
      type: type as SecurityEventType,
      at: at.toISOString(),
      device,
      address,
      method: signInMethods.find((each) => each === method) ?? null,
      count: typeof count === "number" ? count : 1,
    };
  });
  return { events, page, more: rows.length > PAGE_SIZE };
}
