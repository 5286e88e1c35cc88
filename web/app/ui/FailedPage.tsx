import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "./Button";
import { useRequestId } from "./request-id";

/** What happened, what is safe, one way on. */
export function FailedPage({ missing, signedIn }: { missing: boolean; signedIn: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const requestId = useRequestId();
  const home = signedIn ? "/tasks" : "/";
  return (
    <main
      id="content"
      className="mx-auto flex w-full max-w-[1280px] flex-1 flex-col items-start justify-center gap-6 px-4 py-12 md:px-8"
    >
      {/* The server alone knows the id; the browser leaves what it wrote. */}
      <p className="note break-all text-quiet normal-case" dir="ltr" suppressHydrationWarning>
        {missing ? `404 · ${pathname}` : requestId ? `500 · ${requestId}` : "500"}
      </p>
      <h1 className="display size-hero max-w-[18ch]">
        {missing ? t("errors.notFoundTitle") : t("errors.brokenTitle")}
      </h1>
      <p className="lead text-quiet">
        {missing ? t("errors.notFoundSafe") : t("errors.brokenSafe")}
      </p>
      {missing ? (
        <Link to={home} className={buttonClass("primary")}>
          {signedIn ? t("errors.toTasks") : t("errors.toHome")}
        </Link>
      ) : (
        // A whole new page: what broke may be in the script that is running.
        <a href={pathname + search} className={buttonClass("primary")}>
          {t("errors.again")}
        </a>
      )}
    </main>
  );
}
