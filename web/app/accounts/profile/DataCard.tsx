import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { FileField } from "#app/ui/controls/FileField";
import { TextField } from "#app/ui/controls/TextField";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import { useProfileForm } from "./use-profile-form";

/** Export, import and deletion of the account. */
export function DataCard({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation();
  return (
    <Card title={t("profile.danger")} className="mt-24 border-t-danger">
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-3">
        <Part title={t("profile.exportTitle")} hint={t("profile.exportHint")}>
          <a href="/profile/export" download className={buttonClass("plain", "self-start")}>
            {t("profile.export")}
          </a>
        </Part>
        <ImportPart />
        <DeletePart hasPassword={hasPassword} />
      </div>
    </Card>
  );
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3 className="font-medium">{title}</h3>
        <p className="dense text-quiet">{hint}</p>
      </div>
      {children}
    </div>
  );
}

function ImportPart() {
  const { t } = useTranslation();
  const form = useProfileForm("import");
  return (
    <Part title={t("profile.importTitle")} hint={t("profile.importHint")}>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        {form.detail && <Problem>{form.detail}</Problem>}
        <FileField
          label={t("profile.file")}
          name="file"
          accept="application/json,.json"
          required
          error={form.error("file")}
        />
        <Button
          name="intent"
          value="import"
          aria-disabled={form.busy || undefined}
          className="self-start"
        >
          {t("profile.import")}
        </Button>
      </Form>
    </Part>
  );
}

function DeletePart({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation();
  const form = useProfileForm("delete");
  return (
    <Part title={t("profile.deleteTitle")} hint={t("profile.deleteHint")}>
      <Form method="post" noValidate reloadDocument className="flex flex-col gap-4">
        {form.detail && <Problem>{form.detail}</Problem>}
        <TextField
          label={hasPassword ? t("profile.deletePassword") : t("profile.deleteEmail")}
          name="current"
          type={hasPassword ? "password" : "email"}
          autoComplete={hasPassword ? "current-password" : "email"}
          dir="ltr"
          required
          error={form.error("current")}
        />
        <Button variant="danger" name="intent" value="delete" className="self-start">
          {t("profile.delete")}
        </Button>
      </Form>
    </Part>
  );
}
