import { isRouteErrorResponse, Link, useLocation, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { START_PAGE } from "#app/platform/start-page";
import { buttonClass } from "#app/ui/controls/Button";
import { useRequestId } from "./request-id";
import { useRootData } from "./use-root-data";

/** Whether a route error means that there is no such page, and not that a page failed. */
export const isNotFound = (error: unknown): boolean =>
  isRouteErrorResponse(error) && error.status === 404;

/** The page for a missing address or a failed page: what happened, what is safe, what to do next. */
export function ErrorPage() {
  const error = useRouteError();
  const missing = isNotFound(error);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const signedIn = Boolean(useRootData()?.user);
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const requestId = useRequestId();
  return (
    <main
      id="content"
      className="mx-auto flex w-full max-w-[1280px] flex-1 flex-col items-start justify-center gap-6 px-4 py-12 md:px-8"
    >
      {/* Only the server knows the request id; hydration keeps what it rendered. */}
      <p className="note break-all text-quiet normal-case" dir="ltr" suppressHydrationWarning>
        {missing ? `404 · ${pathname}` : requestId ? `${status} · ${requestId}` : status}
      </p>
      <h1 className="display size-hero max-w-[18ch]">
        {missing ? t("errors.notFoundTitle") : t("errors.brokenTitle")}
      </h1>
      <p className="lead text-quiet">
        {missing ? t("errors.notFoundSafe") : t("errors.brokenSafe")}
      </p>
      {missing ? (
        <Link to={signedIn ? START_PAGE : "/"} className={buttonClass("primary")}>
          {signedIn ? t("errors.toTasks") : t("errors.toHome")}
        </Link>
      ) : (
        // A full page load: the running script may be what failed.
        <a href={pathname + search} className={buttonClass("primary")}>
          {t("errors.again")}
        </a>
      )}
    </main>
  );
}
