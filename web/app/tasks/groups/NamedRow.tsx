import { Pencil } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { InlineField } from "#app/ui/controls/InlineField";
import { Problem } from "#app/ui/feedback/Problem";

/** What the rows of lists, labels and saved filters share. */

/** What a form does, and to which list, label or filter. */
export function AboutFields({ intent, kind, id }: { intent: string; kind: string; id: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}

/** The field of a name of a list, a label or a filter. */
export function NameField(props: Omit<ComponentProps<typeof InlineField>, "name">) {
  return (
    <InlineField name="name" required maxLength={50} dir="auto" autoComplete="off" {...props} />
  );
}

/**
 * So many rows have their forms in the page, for browsers without script. Of more, each is made when
 * its fold is opened: a form names all other rows, so that the page would grow with their square.
 */
const FORMS_MAX = 30;

/** What can be done with a row, behind a fold that opens by itself where something is wrong. */
export function EditFold({
  name,
  problem,
  rows,
  children,
}: {
  /** Of what the row shows. */
  name: string;
  problem?: string;
  /** How many rows of its kind there are. */
  rows: number;
  children: () => ReactNode;
}) {
  const { t } = useTranslation();
  const [wasOpened, setOpened] = useState(false);
  const isWrong = problem !== undefined;
  return (
    <details open={isWrong || undefined} onToggle={() => setOpened(true)} className="w-full">
      <summary
        aria-label={t("lists.edit", { name })}
        title={t("lists.edit", { name })}
        className="absolute end-0 top-0.5 -me-3 inline-flex size-11 cursor-pointer list-none items-center justify-center text-quiet pointer:hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <Pencil aria-hidden="true" size={20} strokeWidth={1.5} />
      </summary>
      <div className="flex flex-col gap-4 border-t py-4 ps-5">
        {isWrong && <Problem>{problem}</Problem>}
        {(wasOpened || isWrong || rows <= FORMS_MAX) && children()}
      </div>
    </details>
  );
}
