import dmSans from "@fontsource-variable/dm-sans/files/dm-sans-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readPreferences, requestLanguage } from "#app/accounts/device-preferences.server";
import { KeepTimeZone } from "#app/accounts/KeepTimeZone";
import { SiteHeader } from "#app/accounts/SiteHeader";
import { getUser } from "#app/accounts/session.server";
import { directionOf } from "#app/i18n/language";
import { pageTitle } from "#app/i18n/titles";
import { FailedPage } from "#app/ui/FailedPage";
import { useNonce } from "#app/ui/nonce";
import { clearedNoticeCookie, readNotice } from "#app/ui/notice.server";
import styles from "#app/ui/styles.css?url";
import { Toaster } from "#app/ui/Toaster";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "preload", href: dmSans, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error, matches }) =>
  pageTitle(matches, error ? "notFound" : "home");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await getUser(karlo, request);
  const [language, device, notice] = await Promise.all([
    requestLanguage(request, user),
    readPreferences(request),
    readNotice(request),
  ]);
  const headers = new Headers();
  if (notice) headers.append("Set-Cookie", await clearedNoticeCookie());
  return data(
    {
      language,
      theme: user?.theme ?? device.theme ?? "system",
      user: user && { name: user.name, email: user.email, timeZone: user.timeZone },
      notice,
    },
    { headers },
  );
}

/** Around every page, failed ones too. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { i18n, t } = useTranslation();
  const nonce = useNonce();
  const fullHeight = useMatches().some(
    ({ handle }) => (handle as { fullHeight?: boolean } | undefined)?.fullHeight,
  );
  return (
    <html
      lang={i18n.language}
      dir={directionOf(i18n.language)}
      data-theme={root?.theme ?? "system"}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={t("landing.sentence")} />
        {import.meta.env.DEV && <meta property="csp-nonce" nonce={nonce} />}
        <Meta />
        <Links />
      </head>
      <body className={fullHeight ? "h-dvh" : undefined}>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-50 focus:bg-page focus:px-3 focus:py-2"
        >
          {t("nav.skip")}
        </a>
        <SiteHeader user={root?.user ?? null} theme={root?.theme ?? "system"} />
        {children}
        <Toaster flash={root?.notice ?? null} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const root = useRouteLoaderData<typeof loader>("root");
  return (
    <>
      <Outlet />
      {root?.user && <KeepTimeZone known={root.user.timeZone} />}
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return <FailedPage missing={missing} signedIn={Boolean(root?.user)} />;
}
