import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsentFailure } from "#app/accounts/apps/ConsentFailure";
import { ConsentPage } from "#app/accounts/apps/ConsentPage";
import { decideConsent } from "#app/accounts/apps/decide-consent.server";
import { readConsent } from "#app/accounts/apps/read-consent.server";
import { requestLanguage } from "#app/accounts/preferences/device-preferences.server";
import { requireUser } from "#app/accounts/session/session.server";
import { errorDetail } from "#app/i18n/errors";
import { pageTitle } from "#app/i18n/titles";
import { isAppError } from "#app/platform/errors";
import { readForm } from "#app/platform/read-form";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "consent");

/** Reasons of the provider, which are words of RFC 6749; anything else is not shown. */
const REASON = /^[a-z_]{1,40}$/;

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const error = query.get("error");
  if (error !== null)
    return data({ asked: null, email: "", reason: REASON.test(error) ? error : null });
  const user = await requireUser(app, request);
  const asked = await readConsent(app.db, query);
  return data({ asked, email: user.email, reason: null }, { status: asked ? 200 : 400 });
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const { decision } = await readForm(request);
  if (decision !== "accept" && decision !== "refuse") throw data(null, { status: 400 });
  try {
    const { search } = new URL(request.url);
    const accept = decision === "accept";
    return redirect(await decideConsent(app, request, user.id, search, accept), 303);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const detail = errorDetail(error.code, await requestLanguage(request), error.values);
    return data({ detail }, { status: error.status });
  }
}

export default function Consent() {
  const { asked, email, reason } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!asked) return <ConsentFailure reason={reason} />;
  return <ConsentPage asked={asked} email={email} problem={failed?.detail} />;
}
