import {
  type Model,
  OpenAIChatCompletionsModel,
  OpenAIResponsesModel,
  setSensitiveDataLoggingEnabled,
  setTracingDisabled,
} from "@openai/agents";
import type { Numerals } from "#app/i18n/numerals";
import { type Config, MODEL_KEYS } from "#app/platform/environment";
import type { WorkerPool } from "#app/platform/workers/worker-pool";
import type { Preferences } from "#app/when/preferences";
import { BuiltinModel } from "./builtin/model";
import type { KnownTask } from "./builtin/reading/known";
import { answerInWorker } from "./builtin-in-worker.server";
import type { Language } from "./language";
import { CleanedModel } from "./providers/cleaned-model";
import { CorrectedModel } from "./providers/corrected-model";
import { acceptsImages, presets, quirksOf } from "./providers/presets";
import { ProviderClient } from "./providers/provider-client";
import { RetryingModel } from "./providers/retrying-model";

// By default the SDK sends traces of every run, content included, to OpenAI.
setTracingDisabled(true);
// The SDK's debug log must not contain messages.
setSensitiveDataLoggingEnabled(false);

/** Creates the model of one run. `language` and `numerals` are those of the answer. */
type ModelFactory = (options: {
  userId: string;
  timeZone: string;
  now: () => Date;
  language: Language;
  numerals: Numerals;
  preferences?: Partial<Preferences>;
}) => Model;

/** The model that a process is configured with. */
export interface ModelChoice {
  provider: Config["MODEL_PROVIDER"];
  /** Stored with each run. */
  name: string;
  create: ModelFactory;
  /** Whether tokens are billed, and so count against the person's daily limit. */
  metered: boolean;
  /** Timeout of one answer, in milliseconds. */
  runMs: number;
  /** Attachments that it accepts: none, text only, or text and images. */
  reads: "nothing" | "text" | "images";
}

/**
 * Creates the model that the environment configures: the built-in one, or a provider's.
 *
 * @param workers threads that the built-in model runs in
 * @param readTasks the tasks that a person may speak of
 */
export function createModelFactory(
  config: Config,
  workers: WorkerPool,
  readTasks: (userId: string) => Promise<KnownTask[]>,
): ModelChoice {
  const runMs = config.MODEL_RUN_SECONDS * 1_000;
  if (config.MODEL_PROVIDER === "builtin") {
    const create: ModelFactory = ({ userId, ...options }) =>
      new BuiltinModel({
        ...options,
        readTasks: () => readTasks(userId),
        answer: answerInWorker(workers, userId),
      });
    return {
      provider: "builtin",
      name: "builtin",
      create,
      metered: false,
      runMs,
      reads: "nothing",
    };
  }
  const { name, api, client } = createProviderClient(config, config.MODEL_PROVIDER);
  const provided =
    api === "responses"
      ? new OpenAIResponsesModel(client, name)
      : new OpenAIChatCompletionsModel(client, name);
  const silenceMs = config.MODEL_SILENCE_SECONDS * 1_000;
  const model = new CorrectedModel(new RetryingModel(new CleanedModel(provided), silenceMs));
  const reads = acceptsImages(name) ? "images" : "text";
  const provider = config.MODEL_PROVIDER;
  return { provider, name, create: () => model, metered: true, runMs, reads };
}

function createProviderClient(
  config: Config,
  provider: Exclude<Config["MODEL_PROVIDER"], "builtin">,
) {
  const preset = provider === "custom" ? null : presets[provider];
  const name = config.MODEL_NAME ?? preset?.model ?? "";
  const client = new ProviderClient(preset?.quirks ?? quirksOf(name), {
    baseURL: config.MODEL_BASE_URL ?? preset?.baseUrl,
    // The client requires a key; local servers ignore it.
    apiKey: config[MODEL_KEYS[provider]] ?? "none",
    // By default the client reads these from OPENAI_* variables, and sends them to any base URL.
    organization: null,
    project: null,
    // RetryingModel is the only place that retries.
    maxRetries: 0,
    timeout: config.MODEL_RUN_SECONDS * 1_000,
    logLevel: "off",
  });
  return { name, api: preset?.api ?? "chat", client };
}
