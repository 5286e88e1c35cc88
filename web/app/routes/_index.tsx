import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { getUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { START_PAGE } from "#app/platform/start-page";
import { LandingPage } from "#app/shell/LandingPage";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "home");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  if (await getUser(app, request)) throw redirect(START_PAGE);
  return null;
}

export default LandingPage;
