import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { TextField } from "#app/ui/Field";
import { Problem } from "#app/ui/Problem";
import type { AccountFailure } from "./account-failure.server";

/** A form on the way into an account: what went wrong, its fields, one button. */
export function AccountForm({
  problem,
  submit,
  children,
}: {
  problem?: string | null;
  /** What the button says. */
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

export function EmailField({ failure }: { failure?: AccountFailure }) {
  const { t } = useTranslation();
  const wrong = failure?.fields?.email;
  return (
    <TextField
      label={t("accounts.email")}
      name="email"
      type="email"
      autoComplete="username"
      dir="ltr"
      required
      defaultValue={failure?.values.email}
      error={wrong && t(`accounts.invalid.${wrong}`)}
    />
  );
}

/** A password that is being chosen. */
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

/** Another form, on the way to the same place. */
export function AccountLink({ to, next, label }: { to: string; next?: string; label: string }) {
  const search = !next || next === "/tasks" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <Link
      to={to + search}
      className="inline-flex min-h-11 items-center text-ink underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
    >
      {label}
    </Link>
  );
}
