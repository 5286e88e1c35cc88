import type { SessionUser } from "#app/accounts/session/session.server";
import type { AppContext } from "#app/app-context";
import type { OnceKey } from "#app/platform/idempotency";
import type { Localization } from "./localization";

/** The authenticated caller of a ChatKit operation, with the app that serves it. */
export interface ChatKitCaller {
  app: AppContext;
  user: SessionUser;
  localization: Localization;
  /** The `Idempotency-Key` of the request, for operations that start a run. */
  once: OnceKey | null;
}
