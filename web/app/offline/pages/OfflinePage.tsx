import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { offlineTexts } from "#app/i18n/offline-texts";
import { useDisplayLocale } from "#app/i18n/use-format";
import { useConnection } from "#app/offline/connection/use-connection";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { dataAddress, keptAddress } from "./kept-pages";

/**
 * The frame without a page of its own, which the service worker shows where there is no network. It
 * opens the page that was asked for from its data, where those are on the device; else it says so, and
 * opens it once there is a connection.
 */
export function OfflinePage() {
  const { offline: texts } = offlineTexts[useDisplayLocale().language];
  const [search] = useSearchParams();
  const to = safePath(search.get("to"), "") || null;
  const why = search.get("why");
  const { online } = useConnection();
  const state = useKeptPage(why ? null : to);

  useEffect(() => {
    // A page load, not a navigation: what is there now may be of another version.
    if (online && state === "none" && to && !why) location.replace(to);
  }, [online, state, to, why]);

  const [title, hint] =
    why === "signed-out"
      ? [texts.signedOut, texts.signedOutHint]
      : why
        ? [texts.unsent, texts.unsentHint]
        : state === "none"
          ? [texts.notKept, texts.notKeptHint]
          : [texts.looking, ""];
  return (
    <main
      id="content"
      className="mx-auto flex w-full max-w-[1280px] flex-1 flex-col items-start justify-center gap-6 px-4 py-12 md:px-8"
    >
      <h1 className="display size-hero max-w-[18ch]">{title}</h1>
      <p className="lead text-quiet">{hint}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {why ? (
          <Button type="button" variant="primary" onClick={() => history.back()}>
            {texts.back}
          </Button>
        ) : (
          <a href={to ?? "/"} className={buttonClass("primary")}>
            {texts.again}
          </a>
        )}
        {why !== "signed-out" && (
          <>
            <Link to="/tasks" className={buttonClass("quiet", "-mx-4")}>
              {texts.tasks}
            </Link>
            <Link to="/chatbot" className={buttonClass("quiet", "-mx-4")}>
              {texts.chat}
            </Link>
          </>
        )}
      </div>
    </main>
  );
}

/** Opens the page of an address from its data; "none" when they are not on this device. */
function useKeptPage(to: string | null): "looking" | "none" {
  const navigate = useNavigate();
  const [state, setState] = useState<"looking" | "none">("looking");
  useEffect(() => {
    if (!to) return setState("none");
    let current = true;
    const look = async () => {
      // Only asked of this device: the service worker says what it has.
      const list = new URL(to, location.origin);
      list.searchParams.delete("task");
      const addresses = [to, list.pathname + list.search].map((page) =>
        keptAddress(dataAddress(page)),
      );
      const found =
        "caches" in window &&
        (await Promise.all(addresses.map((address) => caches.match(address)))).some(Boolean);
      if (!current) return;
      if (found) navigate(to, { replace: true });
      else setState("none");
    };
    look().catch(() => current && setState("none"));
    return () => {
      current = false;
    };
  }, [to, navigate]);
  return state;
}
