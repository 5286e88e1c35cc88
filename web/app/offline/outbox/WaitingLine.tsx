import { Link, useLocation } from "@remix-run/react";
import { CircleAlert, Clock } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useOutboxTexts } from "#app/i18n/outbox-texts";
import { textAction } from "#app/ui/controls/Button";
import { useOutbox } from "./use-outbox";
import { visibleOf } from "./visible";

const WaitingList = lazy(() => import("./WaitingList"));
const SignOutQuestion = lazy(() => import("./SignOutQuestion"));

/** Says how much waits to be sent and what needs the person, with the list of it. */
export default function WaitingLine() {
  const { text, n } = useOutboxTexts();
  const { operations, signedOut } = useOutbox();
  const { pathname, search } = useLocation();
  const [listed, setListed] = useState(false);
  const leaving = useSignOut();
  const visible = visibleOf(operations);
  const stopped = visible.filter(({ state }) => state === "refused").length;
  const waiting = visible.length - stopped;
  const said = [
    waiting > 0 && text.waits(waiting, n(waiting)),
    stopped > 0 && text.stopped(stopped, n(stopped)),
    signedOut && text.signedOut,
  ].filter(Boolean);
  const Icon = stopped > 0 ? CircleAlert : Clock;
  return (
    <section aria-label={text.title} data-outbox className="border-b bg-raised">
      <div className="mx-auto flex max-w-[1280px] flex-wrap items-center gap-x-4 px-4 md:px-8">
        <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0 text-quiet" />
        <p aria-live="polite" className="dense min-w-0 py-2">
          {said.join(" · ")}
        </p>
        <button type="button" className={`dense ${textAction}`} onClick={() => setListed(true)}>
          {text.show}
        </button>
        {signedOut && (
          <Link
            to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}
            className={`dense inline-flex items-center ${textAction}`}
          >
            {text.signIn}
          </Link>
        )}
      </div>
      <Suspense>
        {listed && <WaitingList onClose={() => setListed(false)} />}
        {leaving.form && (
          <SignOutQuestion form={leaving.form} count={visible.length} onClose={leaving.stay} />
        )}
      </Suspense>
    </section>
  );
}

/** Holds the form that signs out: what waits would be deleted with everything on the device. */
function useSignOut() {
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      const sent = event.target as HTMLFormElement;
      if (new URL(sent.action).pathname !== "/sign-out") return;
      event.preventDefault();
      event.stopPropagation();
      setForm(sent);
    };
    window.addEventListener("submit", onSubmit, { capture: true });
    return () => window.removeEventListener("submit", onSubmit, { capture: true });
  }, []);
  return { form, stay: () => setForm(null) };
}
