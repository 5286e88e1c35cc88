import { Form } from "@remix-run/react";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/ui/controls/Button";
import { AboutFields } from "./NamedRow";

/** Moves a list, a label or a saved filter one place up or down; without script too. */
export function MoveButtons({
  kind,
  id,
  name,
  isFirst,
  isLast,
}: {
  kind: string;
  id: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Form method="post" preventScrollReset className="me-8 flex">
      <AboutFields intent="move" kind={kind} id={id} />
      <IconButton
        name="by"
        value="-1"
        disabled={isFirst}
        label={t("lists.up", { name })}
        className="disabled:opacity-30"
      >
        <ChevronUp aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      <IconButton
        name="by"
        value="1"
        disabled={isLast}
        label={t("lists.down", { name })}
        className="-ms-3 disabled:opacity-30"
      >
        <ChevronDown aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
    </Form>
  );
}
