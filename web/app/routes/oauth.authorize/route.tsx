import { type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { getUser } from "#app/accounts/session/session.server";

/** What the provider adds when it sends a browser here; a request begins anew without it. */
const SIGNED = ["sig", "exp", "ba_iat", "ba_pl", "ba_param"];

/** Leads a browser that an app sent to sign in, and from there back to what the app asked. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  for (const name of SIGNED) query.delete(name);
  if (await getUser(app, request)) throw redirectDocument(`/api/auth/oauth2/authorize?${query}`);
  throw redirect(`/sign-in?next=${encodeURIComponent(`/oauth/authorize?${query}`)}`);
}

export default function Authorize() {
  return null;
}
