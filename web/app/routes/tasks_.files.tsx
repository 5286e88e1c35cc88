import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { pageTitle } from "#app/i18n/titles";
import type { FormFields } from "#app/platform/read-form";
import type { CountBytes } from "#app/platform/turns";
import { FilesPage, type ImportResult } from "#app/tasks/transfer/FilesPage";
import { importFile, isFileError } from "#app/tasks/transfer/import-file.server";
import { countImport, readUploadForm } from "#app/tasks/transfer/transfer-limits.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "files");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  await requireUser(app, request);
  return null;
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const { signal } = request;
  try {
    await countImport(app, user.id);
    const read = (count: CountBytes) => readUploadForm(request, count);
    const work = async ({ file, partly }: FormFields) => {
      if (!(file instanceof File) || file.size === 0) return null;
      return importFile(app, actor, file, { partly: partly === "on", signal });
    };
    const report = await app.turns.take(user.id, { read, work }, signal);
    if (!report) return answer({ problem: null }, 422);
    return answer({ report }, report.imported > 0 || report.rejected === 0 ? 200 : 422);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const detail = errorDetail(error.code, user.locale, error.values);
    const { retryAfter } = error.values;
    const headers = retryAfter === undefined ? undefined : { "Retry-After": String(retryAfter) };
    return answer({ problem: inNumerals(detail, user.numerals) }, error.status, headers);
  }
}

const answer = (body: ImportResult, status: number, headers?: HeadersInit) =>
  data<ImportResult>(body, { status, headers });

export default function Files() {
  return <FilesPage result={useActionData<typeof action>()} />;
}
