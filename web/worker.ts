// The entry of the worker bundle: every job that runs off the main thread, by its name.
import { readAccount } from "#app/archive/read-account";
import { answerRequest } from "#app/assistant/builtin/answer-request";
import { ANSWER_JOB } from "#app/assistant/builtin-in-worker.server";
import { serveJobs } from "#app/platform/workers/serve-jobs";
import { readImport } from "#app/tasks/transfer/read-import";
import { readSource } from "#app/tasks/transfer/sources/read-source";

serveJobs({
  [ANSWER_JOB]: answerRequest,
  "read-import": readImport,
  "read-source": readSource,
  "read-account": readAccount,
});
