import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session.server";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { pageTitle } from "#app/i18n/titles";
import { FilesPage, type ImportAnswer } from "#app/tasks/FilesPage";
import { importFile, isFileError } from "#app/tasks/import-file.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "files");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  await requireUser(karlo, request);
  return null;
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const user = await requireUser(karlo, request);
  const form = await request.formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return answer({ problem: null }, 422);
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  try {
    const report = await importFile(karlo.db, actor, file, form.get("partly") === "on");
    return answer({ report }, report.taken > 0 || report.refused === 0 ? 200 : 422);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const detail = errorDetail(error.code, user.locale, error.values);
    return answer({ problem: inNumerals(detail, user.numerals) }, error.status);
  }
}

const answer = (body: ImportAnswer, status: number) => data<ImportAnswer>(body, { status });

export default function Files() {
  return <FilesPage answer={useActionData<typeof action>()} />;
}
