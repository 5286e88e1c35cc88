import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { START_PAGE } from "#app/platform/start-page";
import { Button } from "#app/ui/controls/Button";
import { TextField } from "#app/ui/controls/TextField";
import { Problem } from "#app/ui/feedback/Problem";
import type { AccountFailure } from "./account-failure.server";

/** A sign-in, sign-up or recovery form: an error, its fields, one button. */
export function AccountForm({
  problem,
  submit,
  children,
}: {
  problem?: string | null;
  /** Label of the button. */
  submit: string;
  children: ReactNode;
}) {
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      {problem && <Problem>{problem}</Problem>}
      {children}
      <Button variant="primary" aria-disabled={busy || undefined}>
        {submit}
      </Button>
    </Form>
  );
}

/** The e-mail field, with its validation error. */
export function EmailField({ failure }: { failure?: AccountFailure }) {
  const { t } = useTranslation();
  const invalid = failure?.fields?.email;
  return (
    <TextField
      label={t("accounts.email")}
      name="email"
      type="email"
      autoComplete="username"
      dir="ltr"
      required
      defaultValue={failure?.values.email}
      error={invalid && t(`accounts.invalid.${invalid}`)}
    />
  );
}

/** A field for a new password, with the rules as its hint. */
export function NewPasswordField({ label, error }: { label: string; error?: string }) {
  const { t } = useTranslation();
  return (
    <TextField
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      dir="ltr"
      minLength={8}
      required
      hint={t("accounts.passwordHint")}
      error={error}
    />
  );
}

/** A link to another account form that keeps the destination after signing in. */
export function AccountLink({ to, next, label }: { to: string; next?: string; label: string }) {
  const search = !next || next === START_PAGE ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <Link
      to={to + search}
      className="inline-flex min-h-11 items-center text-ink underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
    >
      {label}
    </Link>
  );
}
