import type { AppContext } from "#app/app-context";
import { recentAnswers, recentRings, type Working } from "#app/platform/recent-outcomes";

/** The parts of Karlo, as people know them. */
export const PARTS = ["tasks", "changes", "assistant", "live", "reminders", "mail"] as const;
export type Part = (typeof PARTS)[number];

/** `off`: this Karlo is run without it. */
type PartState = Working | "off";

/** What works now, as this process sees it. */
export interface Status {
  /** The worst state of a part that is on. */
  status: Working;
  parts: Record<Part, PartState>;
}

const ORDER: readonly Working[] = ["works", "partly", "down"];

/** Reads what works; never throws, since it is asked when something does not. */
export async function readStatus({
  listener,
  mailer,
  readiness,
}: Pick<AppContext, "listener" | "mailer" | "readiness">): Promise<Status> {
  const { status: database } = await readiness();
  const reads = database === "ok" || database === "no writes";
  const writes = database === "ok";
  const parts: Status["parts"] = {
    tasks: reads ? "works" : "down",
    changes: writes ? "works" : "down",
    // What needs the database does not work without it, whatever was last seen of it.
    assistant: writes ? recentAnswers.working : "down",
    live: listener.connected ? "works" : "partly",
    reminders: writes ? recentRings.working : "down",
    mail: mailer ? "works" : "off",
  };
  const states = Object.values(parts).flatMap((state) => (state === "off" ? [] : [state]));
  const worst = Math.max(...states.map((state) => ORDER.indexOf(state)));
  return { status: ORDER[worst] ?? "works", parts };
}
