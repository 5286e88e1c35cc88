import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireUser } from "#app/accounts/session/session.server";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { pageTitle } from "#app/i18n/titles";
import type { FormFields } from "#app/platform/read-form";
import type { CountBytes } from "#app/platform/turns";
import { FilesPage } from "#app/tasks/transfer/FilesPage";
import { importFile, isFileError } from "#app/tasks/transfer/import-file.server";
import type { ImportResult } from "#app/tasks/transfer/preview/import-result";
import { listImports } from "#app/tasks/transfer/store/list-imports.server";
import { undoImport } from "#app/tasks/transfer/store/undo-import.server";
import { countImport, readUploadForm } from "#app/tasks/transfer/transfer-limits.server";
import { uploadOf } from "#app/tasks/transfer/upload-form.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "files");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { id, timeZone } = await requireUser(app, request);
  return { imports: await listImports(app.db, id), timeZone, now: new Date().toISOString() };
}

const undoForm = z.object({ intent: z.literal("undo"), import: z.uuid() });

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const { signal } = request;
  try {
    await countImport(app, user.id);
    const read = (count: CountBytes) => readUploadForm(request, count);
    const work = async (form: FormFields): Promise<ImportResult> => {
      const undo = undoForm.safeParse(form);
      if (undo.success) return { undone: await undoImport(app.db, actor, undo.data.import) };
      const upload = uploadOf(form);
      if (!upload) return { problem: null };
      const { file, choices } = upload;
      return { report: await importFile(app, actor, file, { ...choices, signal }) };
    };
    const result = await app.turns.take(user.id, { read, work }, signal);
    return answer(result, didSomething(result) ? 200 : 422);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const detail = errorDetail(error.code, user.locale, error.values);
    const { retryAfter } = error.values;
    const headers = retryAfter === undefined ? undefined : { "Retry-After": String(retryAfter) };
    return answer({ problem: inNumerals(detail, user.numerals) }, error.status, headers);
  }
}

const didSomething = (result: ImportResult): boolean =>
  "undone" in result ||
  ("report" in result && (result.report.importId !== null || result.report.rejected === 0));

const answer = (body: ImportResult, status: number, headers?: HeadersInit) =>
  data<ImportResult>(body, { status, headers });

export default function Files() {
  return <FilesPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
