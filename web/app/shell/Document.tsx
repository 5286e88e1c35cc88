import { Links, Meta, Scripts, ScrollRestoration, useFetcher, useMatches } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "#app/i18n/language";
import { FlashNotice, Toaster } from "#app/ui/feedback/Toaster";
import { useFocusRecovery } from "#app/ui/keyboard/focus-recovery";
import { useShortcutListener } from "#app/ui/keyboard/shortcuts";
import { FontPreloads } from "./FontPreloads";
import { useNonce } from "./nonce";
import { PageAnnouncement } from "./PageAnnouncement";
import { PlacesBar } from "./PlacesBar";
import { SiteHeader } from "./SiteHeader";
import { useRootData } from "./use-root-data";

/** The HTML document around every page, error pages included. */
export function Document({ children }: { children: ReactNode }) {
  const root = useRootData();
  const { i18n, t } = useTranslation();
  const nonce = useNonce();
  useShortcutListener();
  useFocusRecovery();
  // The effects of all components run first: now keys and buttons work. An attribute and no state: a
  // render of the whole document would come before parts of it that hydrate later.
  useEffect(() => {
    document.documentElement.dataset.hydrated = "true";
  }, []);
  const fullHeight = useMatches().some(
    ({ handle }) => (handle as { fullHeight?: boolean } | undefined)?.fullHeight,
  );
  const side = useFetcher({ key: "side" });
  const chosen = side.formData?.get("side");
  const folded = chosen ? chosen === "folded" : (root?.foldsSide ?? false);
  return (
    <html
      lang={i18n.language}
      dir={directionOf(i18n.language)}
      data-theme={root?.theme ?? "system"}
      data-numerals={i18n.options.numerals}
      data-keep={root?.keepsNothing ? "no" : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={t("landing.sentence")} />
        <FontPreloads language={i18n.language === "ur" ? "ur" : "en"} />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#F9F7F2" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1A120D" />
        <link rel="manifest" href={`/manifest.webmanifest?lang=${i18n.language}`} />
        <Meta />
        <Links />
      </head>
      <body
        className={fullHeight ? "full-height" : undefined}
        data-side={root?.places ? (folded ? "folded" : "open") : undefined}
      >
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-50 focus:bg-page focus:px-3 focus:py-2"
        >
          {t("nav.skip")}
        </a>
        <SiteHeader user={root?.user ?? null} theme={root?.theme ?? "system"} />
        {root?.places && <PlacesBar counts={root.places} folded={folded} />}
        <FlashNotice notice={root?.notice ?? null} />
        {children}
        <Toaster flash={root?.notice ?? null} timeZone={root?.user?.timeZone ?? "UTC"} />
        <PageAnnouncement />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
