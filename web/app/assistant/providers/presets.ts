import type { Config } from "#app/platform/environment";

/** Deviations of a provider from OpenAI's Chat Completions. */
export interface Quirks {
  /**
   * Requires a reasoning signature on each tool call, also on calls of another model.
   * https://ai.google.dev/gemini-api/docs/thought-signatures
   */
  thoughtSignatures?: boolean;
  /**
   * Rejects tool calls without their `reasoning_content`.
   * https://platform.xiaomimimo.com/docs/en-US/usage-guide/passing-back-reasoning_content
   */
  reasoningRequired?: boolean;
  /** Rejects assistant messages without text, also with tool calls. */
  contentRequired?: boolean;
  /** Accepts tool parameters only in the subset of JSON Schema that OpenAPI 3.0 has. */
  openApiSchemas?: boolean;
}

/** How one provider is reached, and its default model. */
interface Preset {
  baseUrl: string;
  model: string;
  api: "responses" | "chat";
  quirks: Quirks;
}

type HostedProvider = Exclude<Config["MODEL_PROVIDER"], "builtin" | "custom">;

/** The providers that need only a key, each with a small model of a current family. */
export const presets: Record<HostedProvider, Preset> = {
  openai: {
    baseUrl: "https://api.openai.com/v1",
    model: "gpt-5.6-luna",
    api: "responses",
    quirks: {},
  },
  // https://ai.google.dev/gemini-api/docs/openai
  gemini: {
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    model: "gemini-flash-latest",
    api: "chat",
    quirks: { thoughtSignatures: true, openApiSchemas: true },
  },
  mimo: {
    baseUrl: "https://api.xiaomimimo.com/v1",
    model: "mimo-v2.6-flash",
    api: "chat",
    quirks: { reasoningRequired: true, contentRequired: true },
  },
  // https://platform.claude.com/docs/en/api/openai-sdk
  anthropic: {
    baseUrl: "https://api.anthropic.com/v1",
    model: "claude-haiku-4-5",
    api: "chat",
    quirks: {},
  },
};

/** Whether a model accepts images, judged by its name. */
export const acceptsImages = (model: string): boolean =>
  !/deepseek|mimo-v2-(flash|pro)|gpt-3\.5|gpt-oss/i.test(model);

/** The quirks of a model behind a `custom` server, judged by its name. */
export function quirksOf(model: string): Quirks {
  if (/gemini/i.test(model)) return presets.gemini.quirks;
  if (/mimo/i.test(model)) return presets.mimo.quirks;
  if (/deepseek|kimi/i.test(model)) return { reasoningRequired: true };
  return {};
}
