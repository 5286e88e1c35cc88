import { lazy, Suspense, useEffect } from "react";
import { useFirstPress } from "#app/ui/keyboard/use-first-press";
import { loadOutbox } from "./outbox";
import { mayWait, type Owner, outbox } from "./state";
import { useOutbox } from "./use-outbox";
import { useSending } from "./use-sending";
import { visibleOf } from "./visible";

const loadLine = () => import("./WaitingLine");
const Nothing = () => <></>;
// Without it, what waits is marked in its rows.
const WaitingLine = lazy(() => loadLine().catch(() => ({ default: Nothing })));

/** Loads everything that a failure needs: then it could not be loaded. */
async function prepare(): Promise<void> {
  const [store] = await Promise.all([
    import("./page-store"),
    loadOutbox(),
    loadLine(),
    import("./WaitingList"),
    import("./SignOutQuestion"),
  ]);
  if (mayWait()) await store.openOutbox();
}

/** The outbox of the person who is signed in: sends what waits, and says on every page that it does. */
export function Outbox({ id, timeZone, preferences }: Owner) {
  const { operations } = useOutbox();
  useEffect(() => {
    outbox.setOwner({ id, timeZone, preferences });
    if (mayWait()) load();
  }, [id, timeZone, preferences]);
  useFirstPress(load);
  useSending();
  if (visibleOf(operations).length === 0) return null;
  return (
    <Suspense>
      <WaitingLine />
    </Suspense>
  );
}

function load(): void {
  // Without the rest of the outbox nothing can wait, and the next call loads it.
  prepare().catch(() => {});
}
