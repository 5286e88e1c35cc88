import { z } from "zod";
import { count, flag, httpUrl, section, text } from "./values";

/** The model providers, with the app's environment variable for each one's API key. */
export const MODEL_KEYS = {
  builtin: null,
  openai: "OPENAI_API_KEY",
  gemini: "GEMINI_API_KEY",
  mimo: "XIAOMI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  custom: "MODEL_API_KEY",
} as const;

const modelName = text(/^\S+$/, "the model's name");
const hosted = <Name extends string>(provider: Name) =>
  section({
    provider: z.literal(provider).describe("needs modelApiKey"),
    name: modelName.optional().describe("the model; a small one of the provider's when absent"),
    baseUrl: httpUrl.optional().describe("a gateway in place of the provider's own address"),
  });

/** The model of the assistant. */
export const model = z.discriminatedUnion(
  "provider",
  [
    section({ provider: z.literal("builtin").describe("rules of our own: no key, no network") }),
    hosted("openai"),
    hosted("gemini"),
    hosted("mimo"),
    hosted("anthropic"),
    section({
      provider: z.literal("custom").describe("any OpenAI-compatible API"),
      name: modelName.describe("the model"),
      baseUrl: httpUrl.describe("the API's address"),
    }),
  ],
  { error: "a provider (builtin, openai, gemini, mimo, anthropic or custom) with its own keys" },
);

const limit = (describes: string) => count(1, 1_000_000_000).optional().describe(describes);

/** Limits per person and per address. */
export const limits = section({
  messagesPerMinute: limit("messages of a person to the assistant in a minute"),
  runsAtOnce: limit("answers to a person that are at work at a time"),
  tokensPerDay: limit("tokens of a model that a person may use in a day"),
  attachmentsMbPerPerson: limit("megabytes of files that a person may keep"),
  modelSilenceSeconds: limit("how long the model's provider may send nothing"),
  modelRunSeconds: limit("how long one answer may take"),
  signUpsPerMinute: limit("sign-ups of one client address in a minute"),
  signInFailuresPerAccount: limit("wrong passwords of an account in a window"),
  signInFailuresPerAddress: limit("wrong passwords of a client address in a window"),
  signInFailureWindow: limit("the length of that window, in seconds"),
  mailsPerHour: limit("mails to one address in an hour"),
});

/** Outgoing mail. */
export const mail = section({
  from: text(/^\S.*$/, "a sender, such as Karlo <karlo@example.com>").describe("who sends them"),
  requireVerification: flag()
    .default(false)
    .describe("whether a new account begins with a mail to its address"),
});

/** Horizontal autoscaling of the app's pods. */
export const autoscaling = section({
  minReplicas: count(1, 20).default(2).describe("pods that serve always"),
  maxReplicas: count(1, 50).default(6).describe("pods at the most"),
  targetCPUUtilizationPercentage: count(10, 100)
    .default(70)
    .describe("the share of its CPU request at which a pod counts as busy"),
});
