import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestLanguage } from "#app/accounts/preferences/device-preferences.server";
import { isLanguage } from "#app/i18n/language";
import { webManifest } from "#app/offline/install/manifest";

/** The manifest, in the language of the page that names it: browsers ask for it without cookies. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = new URL(request.url).searchParams.get("lang");
  return Response.json(
    webManifest(isLanguage(language) ? language : await requestLanguage(request)),
    { headers: { "content-type": "application/manifest+json" } },
  );
}
