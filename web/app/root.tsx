import naskh from "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2?url";
import nastaliq from "@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-500-normal.woff2?url";
import dmSans from "@fontsource-variable/dm-sans/files/dm-sans-latin-wght-normal.woff2?url";
import playfair from "@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readPreferences, requestReading } from "#app/accounts/device-preferences.server";
import { KeepTimeZone } from "#app/accounts/KeepTimeZone";
import { SiteHeader } from "#app/accounts/SiteHeader";
import { getUser } from "#app/accounts/session.server";
import { ChatWidget } from "#app/conversations/ChatWidget";
import { ForgetConversations } from "#app/conversations/ForgetConversations";
import { directionOf } from "#app/i18n/language";
import { pageTitle } from "#app/i18n/titles";
import { Commands } from "#app/tasks/Commands";
import { FailedPage } from "#app/ui/FailedPage";
import { useKeptFocus } from "#app/ui/keep-focus";
import { useNonce } from "#app/ui/nonce";
import { clearedNoticeCookie, readNotice } from "#app/ui/notice.server";
import { PageAnnouncement } from "#app/ui/PageAnnouncement";
import { useKeyboard } from "#app/ui/shortcuts";
import styles from "#app/ui/styles.css?url";
import { FlashNotice, Toaster } from "#app/ui/Toaster";

/** The faces that the first screen of a language is set in. */
const faces = { en: [dmSans, playfair], ur: [naskh, nastaliq] };

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error, matches }) =>
  pageTitle(matches, isMissing(error) ? "notFound" : error ? "broken" : "home");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await getUser(karlo, request);
  const [reading, device, notice] = await Promise.all([
    requestReading(request, user),
    readPreferences(request),
    readNotice(request),
  ]);
  const headers = new Headers();
  if (notice) headers.append("Set-Cookie", await clearedNoticeCookie());
  return data(
    {
      ...reading,
      theme: user?.theme ?? device.theme ?? "system",
      user: user && { name: user.name, email: user.email, timeZone: user.timeZone },
      notice,
    },
    { headers },
  );
}

/** What the frame shows changes with a form or another page; a list that looks again is neither. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  if (formMethod && formMethod !== "GET") return defaultShouldRevalidate;
  return currentUrl.pathname !== nextUrl.pathname && defaultShouldRevalidate;
};

/** Around every page, failed ones too. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { i18n, t } = useTranslation();
  const nonce = useNonce();
  useKeyboard();
  useKeptFocus();
  const fullHeight = useMatches().some(
    ({ handle }) => (handle as { fullHeight?: boolean } | undefined)?.fullHeight,
  );
  return (
    <html
      lang={i18n.language}
      dir={directionOf(i18n.language)}
      data-theme={root?.theme ?? "system"}
      data-numerals={i18n.options.numerals}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={t("landing.sentence")} />
        {faces[i18n.language === "ur" ? "ur" : "en"].map((href) => (
          <link
            key={href}
            rel="preload"
            href={href}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
          />
        ))}
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
        <FlashNotice notice={root?.notice ?? null} />
        {children}
        <Toaster flash={root?.notice ?? null} />
        <PageAnnouncement />
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
      {root && !root.user && <ForgetConversations />}
      {root?.user && <KeepTimeZone known={root.user.timeZone} />}
      {root?.user && <Commands />}
      {root?.user && <ChatWidget timeZone={root.user.timeZone} />}
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  return <FailedPage missing={isMissing(error)} signedIn={Boolean(root?.user)} />;
}

const isMissing = (error: unknown): boolean => isRouteErrorResponse(error) && error.status === 404;
