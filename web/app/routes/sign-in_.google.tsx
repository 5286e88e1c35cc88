import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { safePath } from "#app/accounts/safe-path";
import { signInWithGoogle } from "#app/accounts/sign-in-with-google.server";
import { isAppError } from "#app/platform/errors";

/** Only a form's target: who opens it goes to the page with the form. */
export const loader = () => redirect("/sign-in");

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const form = await request.formData();
  try {
    const next = safePath(form.get("next"), "/tasks");
    const { url, headers } = await signInWithGoogle(karlo, request, next);
    return redirect(url, { status: 303, headers });
  } catch (error) {
    if (isAppError(error)) throw data(null, { status: error.status });
    throw error;
  }
}
