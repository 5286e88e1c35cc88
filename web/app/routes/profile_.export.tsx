import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/accounts/session.server";
import { exportAccount } from "#app/archive/export-account.server";
import { exportResponse } from "#app/archive/export-response";

/** The person's own export, as a file. */
export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const { id } = await requireUser(karlo, request);
  return exportResponse(await exportAccount(karlo.db, id));
}
