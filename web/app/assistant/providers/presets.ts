import type { Config } from "#app/platform/environment";

/** What a provider does otherwise than OpenAI's Chat Completions are documented to. */
export interface Quirks {
  /**
   * Wants the signature of its thoughts back with each tool call, also with calls that it did not
   * make itself. https://ai.google.dev/gemini-api/docs/thought-signatures
   */
  thoughtSignatures?: boolean;
  /**
   * Refuses a conversation with a tool call whose thoughts (`reasoning_content`) are missing.
   * https://platform.xiaomimimo.com/docs/en-US/usage-guide/passing-back-reasoning_content
   */
  reasoningRequired?: boolean;
  /** Refuses a message of the assistant that has no text, also beside tool calls. */
  contentRequired?: boolean;
  /** Takes tools with the part of JSON Schema that OpenAPI 3.0 has. */
  bareSchemas?: boolean;
}

/** A provider as data. */
interface Preset {
  baseUrl: string;
  model: string;
  api: "responses" | "chat";
  quirks: Quirks;
}

type Hosted = Exclude<Config["MODEL_PROVIDER"], "builtin" | "custom">;

/** The providers that need nothing but a key. Their models are small ones of a current family. */
export const presets: Record<Hosted, Preset> = {
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
    quirks: { thoughtSignatures: true, bareSchemas: true },
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

/** Whether a model reads images, as far as its name tells. */
export const readsImages = (model: string): boolean =>
  !/deepseek|mimo-v2-(flash|pro)|gpt-3\.5|gpt-oss/i.test(model);

/** The quirks of a model behind somebody else's server, as far as its name tells. */
export function quirksOf(model: string): Quirks {
  if (/gemini/i.test(model)) return presets.gemini.quirks;
  if (/mimo/i.test(model)) return presets.mimo.quirks;
  if (/deepseek|kimi/i.test(model)) return { reasoningRequired: true };
  return {};
}
