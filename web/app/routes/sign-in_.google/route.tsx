import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { signInWithGoogle } from "#app/accounts/sign-in/sign-in-with-google.server";
import { readForm } from "#app/platform/read-form";
import { START_PAGE } from "#app/platform/start-page";

/** The route is a form target only; opening it redirects to the sign-in page. */
export const loader = () => redirect("/sign-in");

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const next = safePath(form.next, START_PAGE);
  const { url, headers } = await signInWithGoogle(app, request, next);
  return redirect(url, { status: 303, headers });
}
