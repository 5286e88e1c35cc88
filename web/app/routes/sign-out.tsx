import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/accounts/sign-out.server";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

/** A link must not sign anyone out. */
export const loader = () => redirect("/");

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const headers = await signOut(karlo, request);
  headers.append("Set-Cookie", await noticeCookie(newNotice("loggedOut")));
  return redirect("/", { status: 303, headers });
}
