import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AddFailure } from "./task-form";
import type { Unsaved } from "./unsaved";

/** A task that is on its way to the server, shown as if it were there. */
export function PendingTask({
  id,
  form,
  title,
  action,
  onSettled,
}: {
  id: string;
  form: FormData;
  /** What the line was understood to name. */
  title: string;
  action: string;
  onSettled(id: string, failure?: AddFailure | Unsaved, written?: string): void;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: true } | AddFailure | Unsaved>({ key: id });
  const { submit, state, data } = fetcher;
  const begun = useRef(false);
  const line = String(form.get("title") ?? "");

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    submit(form, { method: "post", action });
  }, [submit, form, action]);

  useEffect(() => {
    if (state === "idle" && data) onSettled(id, data.ok ? undefined : data, line);
  }, [state, data, onSettled, id, line]);

  return (
    <li className="flex items-baseline justify-between gap-4 py-2 ps-8 opacity-70">
      <bdi className="[overflow-wrap:anywhere]">{title}</bdi>
      <span className="note late text-quiet">{t("list.add.saving")}</span>
    </li>
  );
}
