import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import type { AddFailure } from "#app/tasks/edit/task-form";

/** A new task while its request is in flight; it submits the form itself. */
export function PendingTask({
  id,
  form,
  title,
  action,
  onSettled,
}: {
  id: string;
  form: FormData;
  /** The title that was parsed from the quick-add line. */
  title: string;
  action: string;
  onSettled(id: string, form: FormData, failure?: AddFailure | SaveFailure): void;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: true } | AddFailure | SaveFailure>({ key: id });
  const { submit, state, data } = fetcher;
  const submitted = useRef(false);

  useEffect(() => {
    if (submitted.current) return;
    submitted.current = true;
    submit(form, { method: "post", action });
  }, [submit, form, action]);

  useEffect(() => {
    // Not when the list has been read anew: without a connection that may take long.
    if (state !== "submitting" && data) onSettled(id, form, data.ok ? undefined : data);
  }, [state, data, onSettled, id, form]);

  return (
    <li className="flex items-baseline justify-between gap-4 py-2 ps-8 opacity-70">
      <bdi className="[overflow-wrap:anywhere]">{title}</bdi>
      <span className="note late text-quiet">{t("list.add.saving")}</span>
    </li>
  );
}
