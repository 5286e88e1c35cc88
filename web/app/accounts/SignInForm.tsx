import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { TextField } from "#app/ui/Field";
import { Problem } from "#app/ui/Problem";
import type { AccountFailure } from "./account-failure.server";

export function SignInForm({
  next,
  problem,
  failure,
}: {
  next: string;
  /** What went wrong on another way in. */
  problem: string | null;
  failure?: AccountFailure;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const { email, password } = failure?.fields ?? {};
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      <h1 className="display size-title">{t("accounts.signInTitle")}</h1>
      {(failure?.detail || problem) && <Problem>{failure?.detail || problem}</Problem>}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t("accounts.email")}
        name="email"
        type="email"
        autoComplete="username"
        dir="ltr"
        required
        defaultValue={failure?.values.email}
        error={email && t(`accounts.invalid.${email}`)}
      />
      <TextField
        label={t("accounts.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        dir="ltr"
        required
        error={password && t(`accounts.invalid.${password}`)}
      />
      <Button variant="primary" aria-disabled={busy || undefined}>
        {t("accounts.signIn")}
      </Button>
      <p className="dense">
        <AccountLink to="/forgot-password" next="/tasks" label={t("recovery.forgot")} />
      </p>
      <p className="dense text-quiet">
        {t("accounts.noAccount")}{" "}
        <AccountLink to="/sign-up" next={next} label={t("accounts.signUp")} />
      </p>
    </Form>
  );
}

/** The other form, on the way to the same place. */
export function AccountLink({ to, next, label }: { to: string; next: string; label: string }) {
  const search = next === "/tasks" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <Link
      to={to + search}
      className="inline-flex min-h-11 items-center text-ink underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
    >
      {label}
    </Link>
  );
}
