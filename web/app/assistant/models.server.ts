import { type Model, OpenAIChatCompletionsModel, setTracingDisabled } from "@openai/agents";
import OpenAI from "openai";
import type { Config } from "#app/platform/environment";
import { BuiltinModel } from "./builtin/model";

// The SDK would otherwise send traces of every run, content included, to its maker.
setTracingDisabled(true);

const TIMEOUT_MS = 60_000;

/** Makes the model of a run, for a person's time zone. */
export type ModelFactory = (options: { timeZone: string; now: () => Date }) => Model;

/** The model that the environment chooses: the built-in one, or an OpenAI-compatible server. */
export function createModelFactory(config: Config): { name: string; create: ModelFactory } {
  if (config.MODEL_PROVIDER === "builtin") {
    return { name: "builtin", create: (options) => new BuiltinModel(options) };
  }
  const name = config.MODEL_NAME as string;
  const client = new OpenAI({
    baseURL: config.MODEL_BASE_URL,
    // Local servers want none, the client wants some.
    apiKey: config.MODEL_API_KEY ?? "none",
    timeout: TIMEOUT_MS,
    maxRetries: 2,
  });
  const model = new OpenAIChatCompletionsModel(client, name);
  return { name, create: () => model };
}
