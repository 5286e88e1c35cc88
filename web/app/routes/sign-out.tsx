import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { clearDevice } from "#app/accounts/session/clear-device.server";
import { signOut } from "#app/accounts/sign-in/sign-out.server";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

/** GET redirects without signing out, so that a link cannot end a session. */
export const loader = () => redirect("/");

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const headers = await signOut(app, request);
  clearDevice(headers);
  headers.append("Set-Cookie", await noticeCookie(createNotice("loggedOut")));
  return redirect("/", { status: 303, headers });
}
