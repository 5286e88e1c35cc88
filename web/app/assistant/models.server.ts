import {
  type Model,
  OpenAIChatCompletionsModel,
  OpenAIResponsesModel,
  setSensitiveDataLoggingEnabled,
  setTracingDisabled,
} from "@openai/agents";
import type { Numerals } from "#app/i18n/numerals";
import { type Config, MODEL_KEYS } from "#app/platform/environment";
import { BuiltinModel } from "./builtin/model";
import type { Language } from "./language";
import { presets, quirksOf, readsImages } from "./providers/presets";
import { ProviderClient } from "./providers/provider-client";
import { SteadyModel } from "./providers/steady-model";

// The SDK would otherwise send traces of every run, content included, to its maker.
setTracingDisabled(true);
// Its own log would hold what people said, wherever somebody turns it on.
setSensitiveDataLoggingEnabled(false);

/** Makes the model of a run, for a person's time zone and digits, to answer in a language. */
type ModelFactory = (options: {
  timeZone: string;
  now: () => Date;
  language: Language;
  numerals: Numerals;
}) => Model;

/** The model of a process. */
export interface ModelChoice {
  provider: Config["MODEL_PROVIDER"];
  /** As runs are marked with. */
  name: string;
  create: ModelFactory;
  /** What it uses is paid for by the token. */
  metered: boolean;
  /** How long one answer may take. */
  runMs: number;
  /** What it reads of the files that messages carry: "images" and texts, texts alone, or none. */
  reads: "nothing" | "text" | "images";
}

/** The model that the environment chooses: the built-in one, or a provider's. */
export function createModelFactory(config: Config): ModelChoice {
  const runMs = config.MODEL_RUN_SECONDS * 1_000;
  if (config.MODEL_PROVIDER === "builtin") {
    const create: ModelFactory = (options) => new BuiltinModel(options);
    return {
      provider: "builtin",
      name: "builtin",
      create,
      metered: false,
      runMs,
      reads: "nothing",
    };
  }
  const { name, api, client } = openProvider(config, config.MODEL_PROVIDER);
  const model = new SteadyModel(
    api === "responses"
      ? new OpenAIResponsesModel(client, name)
      : new OpenAIChatCompletionsModel(client, name),
    config.MODEL_SILENCE_SECONDS * 1_000,
  );
  const reads = readsImages(name) ? "images" : "text";
  const provider = config.MODEL_PROVIDER;
  return { provider, name, create: () => model, metered: true, runMs, reads };
}

function openProvider(config: Config, provider: Exclude<Config["MODEL_PROVIDER"], "builtin">) {
  const preset = provider === "custom" ? null : presets[provider];
  const name = config.MODEL_NAME ?? preset?.model ?? "";
  const client = new ProviderClient(preset?.quirks ?? quirksOf(name), {
    baseURL: config.MODEL_BASE_URL ?? preset?.baseUrl,
    // Local servers want none, the client wants some.
    apiKey: config[MODEL_KEYS[provider]] ?? "none",
    // Otherwise read from variables of the client's own, and sent to whoever answers.
    organization: null,
    project: null,
    // SteadyModel asks again, and nobody else.
    maxRetries: 0,
    timeout: config.MODEL_RUN_SECONDS * 1_000,
    logLevel: "off",
  });
  return { name, api: preset?.api ?? "chat", client };
}
