import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { requireUser } from "#app/accounts/session/session.server";
import { exportAccount } from "#app/archive/export-account.server";
import { exportResponse } from "#app/archive/export-response";
import { isAppError } from "#app/platform/errors";
import { countExport } from "#app/tasks/transfer/transfer-limits.server";

/** Downloads the export of the signed-in user. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { id } = await requireUser(app, request);
  // A page has no other way to say so than the status.
  await countExport(app, id).catch((error: unknown) => {
    if (!isAppError(error)) throw error;
    const retryAfter = String(error.values.retryAfter ?? 1);
    throw data(null, { status: error.status, headers: { "retry-after": retryAfter } });
  });
  const origin = originOf(request.headers);
  await recordSecurityEvent(app.db, { userId: id, type: "exported", ...origin });
  return exportResponse(exportAccount(app.db, id));
}
