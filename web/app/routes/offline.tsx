import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { pageTitle } from "#app/i18n/titles";
import { OfflinePage } from "#app/offline/pages/OfflinePage";
import { START_PAGE } from "#app/platform/start-page";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "offline");

/** With a network there is something better to show: the page that was asked for. */
export function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  if (to) throw redirect(safePath(to, START_PAGE));
  return null;
}

export default OfflinePage;
