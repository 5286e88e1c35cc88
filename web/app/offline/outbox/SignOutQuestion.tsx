import { useId, useState } from "react";
import { useOutboxTexts } from "#app/i18n/outbox-texts";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { Dialog } from "#app/ui/overlays/Dialog";
import { flush } from "./page-store";
import { outbox } from "./state";
import { discard } from "./take-back";
import { visibleOf } from "./visible";

/** Asks what is to become of what waits, before signing out deletes it from the device. */
export default function SignOutQuestion({
  form,
  count,
  onClose,
}: {
  form: HTMLFormElement;
  count: number;
  onClose(): void;
}) {
  const { text, n } = useOutboxTexts();
  const { signOut } = text;
  const id = useId();
  const [state, setState] = useState<"asking" | "sending" | "failed">("asking");

  const send = async () => {
    setState("sending");
    await flush().catch(() => null);
    if (visibleOf(outbox.get().operations).length > 0) setState("failed");
    else form.submit();
  };
  const leave = async () => {
    await discard().catch(() => null);
    form.submit();
  };

  return (
    <Dialog
      role="alertdialog"
      labelledBy={`${id}-title`}
      describedBy={`${id}-body`}
      onClose={onClose}
      className="w-md"
    >
      <div className="flex flex-col gap-4 p-6">
        <h2 id={`${id}-title`} className="display size-heading">
          {signOut.title}
        </h2>
        <p id={`${id}-body`} className="text-quiet">
          {signOut.body(count, n(count))}
        </p>
        {state === "failed" && <Problem>{signOut.failed}</Problem>}
        <form method="dialog" className="flex flex-wrap justify-end gap-3 pt-2">
          <Button>{signOut.stay}</Button>
          <Button type="button" variant="danger" onClick={leave}>
            {signOut.discard}
          </Button>
          <Button type="button" variant="primary" disabled={state === "sending"} onClick={send}>
            {state === "sending" ? signOut.sending : signOut.send}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
