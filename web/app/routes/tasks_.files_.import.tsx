import type { ActionFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/accounts/session/session.server";
import { AppError } from "#app/platform/errors";
import type { FormFields } from "#app/platform/read-form";
import type { CountBytes } from "#app/platform/turns";
import { importFile, previewFile } from "#app/tasks/transfer/import-file.server";
import { importStream } from "#app/tasks/transfer/import-stream.server";
import {
  countImport,
  countPreview,
  readUploadForm,
} from "#app/tasks/transfer/transfer-limits.server";
import { uploadOf } from "#app/tasks/transfer/upload-form.server";

/** Previews or imports a file for the page of files, which hears of the progress. */
export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const isPreview = new URL(request.url).searchParams.has("preview");
  return importStream({ signal: request.signal, locale: user.locale }, async (options) => {
    await (isPreview ? countPreview : countImport)(app, user.id);
    const read = (count: CountBytes) => readUploadForm(request, count);
    const work = async (form: FormFields) => {
      const upload = uploadOf(form);
      if (!upload) throw new AppError("invalid_input", 422, { field: "file" });
      const handle = isPreview ? previewFile : importFile;
      return handle(app, actor, upload.file, { ...upload.choices, ...options });
    };
    return app.turns.take(user.id, { read, work }, options.signal);
  });
}
