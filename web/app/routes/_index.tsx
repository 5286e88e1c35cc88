import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { getUser } from "#app/accounts/session.server";
import { LandingPage } from "#app/conversations/LandingPage";
import { pageTitle } from "#app/i18n/titles";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "home");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  if (await getUser(karlo, request)) throw redirect("/tasks");
  return null;
}

export default LandingPage;
