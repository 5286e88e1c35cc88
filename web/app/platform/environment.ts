import { z } from "zod";
import { EnvironmentError, toEnvironmentError, withoutEmpty } from "./environment/error";
import { pushSubject, pushVariables } from "./environment/push";
import { secretsVariables } from "./environment/secrets";
import { tracingVariables } from "./environment/tracing";

const url = (protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join("|")})$`),
    error: `a ${protocols.join(" or ")} URL`,
  });

const port = z.coerce.number({ error: "a port from 0 to 65535" }).int().min(0).max(65535);

const key = z.string().min(1);

const atLeastOne = z.coerce.number({ error: "a whole number from 1" }).int().min(1);

/** The model providers, with the variable of each one's API key; the built-in model has none. */
export const MODEL_KEYS = {
  builtin: null,
  openai: "OPENAI_API_KEY",
  gemini: "GEMINI_API_KEY",
  mimo: "XIAOMI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  custom: "MODEL_API_KEY",
} as const;

const providers = Object.keys(MODEL_KEYS) as (keyof typeof MODEL_KEYS)[];

/**
 * Every environment variable that Karlo reads, with its description. `docs/configuration.md` is
 * generated from it.
 */
export const environmentSchema = z.object({
  PORT: port.default(3000).describe("Port of the web server. 0 takes a free one."),
  HOST: z.string().min(1).default("127.0.0.1").describe("Address the web server listens on."),
  METRICS_PORT: port
    .default(0)
    .describe("Port of `/metrics`, on HOST. 0: there are none. See [operate.md](operate.md)."),
  PUBLIC_URL: url(["http", "https"])
    .optional()
    .describe(
      "Where people reach Karlo; cookies, tokens and links name it. Default: http://localhost:PORT.",
    ),
  DATABASE_URL: url(["postgres", "postgresql"])
    .optional()
    .describe(
      "PostgreSQL 15 to 18; may be a transaction pool. Without it `npm start` runs its own server.",
    ),
  DIRECT_DATABASE_URL: url(["postgres", "postgresql"])
    .optional()
    .describe(
      "The same database without a pool between, for LISTEN, migrations and prepared statements; to be given where DATABASE_URL is a transaction pool. Default: DATABASE_URL.",
    ),
  MIGRATION_DATABASE_URL: url(["postgres", "postgresql"])
    .optional()
    .describe(
      "The same database as the owner of its tables, for the command `migrate` alone. Default: DIRECT_DATABASE_URL.",
    ),
  MIGRATION_WAIT_SECONDS: z.coerce
    .number({ error: "a whole number of seconds" })
    .int()
    .min(0)
    .default(60)
    .describe("How long `migrate` waits for a database that does not answer yet."),
  APP_DATABASE_ROLE: key
    .max(63)
    .optional()
    .describe(
      "Role of DATABASE_URL where the owner is another: `migrate` grants it what the app needs, and no more.",
    ),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    // Enough for a small database with two processors: with more connections, the backends slow
    // down each other and the app (docs/performance.md).
    // https://wiki.postgresql.org/wiki/Number_Of_Database_Connections
    .default(3)
    .describe(
      "Most connections a process opens to DATABASE_URL for requests; reminders have one of their own.",
    ),
  WORKER_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .default(2)
    .describe(
      "Threads for work that would hold up requests: the built-in model, imports and exports.",
    ),
  KARLO_USER: z
    .string()
    .max(320)
    .optional()
    .describe(
      "E-mail address of the person whose tasks `npm run mcp` serves. Needed when there are several accounts.",
    ),
  KARLO_DATA: key
    .optional()
    .describe("Folder of the embedded database and its secrets. Default: .karlo."),
  ...secretsVariables,
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .pipe(z.array(url(["http", "https"])))
    .describe("Origins, separated by commas, whose pages may call the API with a token."),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      "How many proxies in front append to X-Forwarded-For. 0: the header is not believed.",
    ),
  SIGN_UPS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(60)
    .describe("Sign-ups one client address may make in a minute."),
  SIGN_IN_FAILURES_PER_ACCOUNT: atLeastOne
    .default(10)
    .describe("Wrong passwords an account takes in a window before sign-in waits for its end."),
  SIGN_IN_FAILURES_PER_ADDRESS: atLeastOne
    .default(100)
    .describe("Wrong passwords one client address may send in a window, whatever the account."),
  SIGN_IN_FAILURE_WINDOW: atLeastOne
    .default(300)
    .describe("Length of the window in which wrong passwords are counted, in seconds."),
  MAILS_PER_HOUR: atLeastOne
    .default(5)
    .describe("Mails that may be asked for in an hour to one e-mail address."),
  SMTP_URL: url(["smtp", "smtps"])
    .optional()
    .describe(
      "Mail server, such as smtps://user:password@host:465. Without it no mail goes out, and `npm run account` resets passwords.",
    ),
  MAIL_FROM: key
    .optional()
    .describe("Sender of mails, such as `Karlo <karlo@example.com>`. Required with SMTP_URL."),
  REQUIRE_EMAIL_VERIFICATION: z
    .enum(["true", "false"])
    .default("false")
    .describe("`true`: a new account begins with a mail to its address. Needs SMTP_URL."),
  ...pushVariables,
  GOOGLE_CLIENT_ID: key
    .optional()
    .describe(
      "Client of Google sign-in; its redirect URI is PUBLIC_URL/api/auth/callback/google. Goes with its secret.",
    ),
  GOOGLE_CLIENT_SECRET: key.optional().describe("Secret of that client."),
  REQUESTS_PER_MINUTE: atLeastOne
    .default(6_000)
    .describe("Requests one person may make in a minute to one process, pages included."),
  IMPORTS_PER_HOUR: atLeastOne
    .default(60)
    .describe("Files one person may import in an hour, of tasks and of an account."),
  EXPORTS_PER_HOUR: atLeastOne
    .default(60)
    .describe("Files one person may export in an hour, of tasks and of an account."),
  TASKS_PER_PERSON: atLeastOne
    .max(1_000_000)
    .default(100_000)
    .describe("Tasks one person may keep, those in the trash included."),
  MESSAGES_PER_MINUTE: atLeastOne
    .default(120)
    .describe("Messages one person may send to the assistant in a minute."),
  RUNS_AT_ONCE: atLeastOne
    .default(10)
    .describe("Answers to one person that may be at work at a time, those that queue included."),
  TOKENS_PER_DAY: atLeastOne
    .default(1_000_000)
    .describe(
      "Tokens one person may use in a day, read and written. Not counted with `builtin`, which costs nothing.",
    ),
  ATTACHMENTS_MB_PER_PERSON: atLeastOne
    .max(2_000)
    .default(100)
    .describe("Megabytes of files that one person may keep in conversations and on tasks."),
  MODEL_PROVIDER: z
    .enum(providers)
    .default("builtin")
    .describe(
      "Who answers: `builtin` needs no key; `custom` is any OpenAI-compatible server. See [assistant.md](assistant.md).",
    ),
  MODEL_NAME: key
    .optional()
    .describe("The provider's model. Required with `custom`; the others have a default."),
  MODEL_BASE_URL: url(["http", "https"])
    .optional()
    .describe(
      "Base URL of the provider's API, such as https://host/v1. Required with `custom`; the others have theirs.",
    ),
  OPENAI_API_KEY: key.optional().describe("Key of `openai`."),
  GEMINI_API_KEY: key.optional().describe("Key of `gemini`."),
  XIAOMI_API_KEY: key.optional().describe("Key of `mimo`."),
  ANTHROPIC_API_KEY: key.optional().describe("Key of `anthropic`."),
  MODEL_API_KEY: key.optional().describe("Key of `custom`, if its server wants one."),
  MODEL_SILENCE_SECONDS: atLeastOne
    .default(60)
    .describe("How long a provider may send nothing, before its first word or after."),
  MODEL_RUN_SECONDS: atLeastOne
    .default(300)
    .describe("How long one answer may take, with all of its tool calls."),
  ...tracingVariables,
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("Least severity that is logged."),
});

/** The validated environment with derived defaults. Holds secrets: never log it as a whole. */
export type Config = ReturnType<typeof readEnvironment>;

/**
 * Reads and validates the environment once, at start.
 *
 * @param environment usually `process.env`; an empty value counts as absent
 * @throws EnvironmentError naming each variable and the expected value; secrets are not shown
 */
export function readEnvironment(environment: Record<string, string | undefined>) {
  const variables = withoutEmpty(environment);
  const parsed = environmentSchema
    .superRefine((value, context) => {
      const required = (name: keyof typeof value, expected: string) => {
        if (!value[name]) context.addIssue({ code: "custom", path: [name], message: expected });
      };
      required("DATABASE_URL", "a PostgreSQL URL");
      if (value.METRICS_PORT !== 0 && value.METRICS_PORT === value.PORT)
        context.addIssue({
          code: "custom",
          path: ["METRICS_PORT"],
          message: "another port than PORT",
        });
      const modelKey = MODEL_KEYS[value.MODEL_PROVIDER];
      if (modelKey && value.MODEL_PROVIDER !== "custom")
        required(modelKey, `a key, since MODEL_PROVIDER is ${value.MODEL_PROVIDER}`);
      if (value.MODEL_PROVIDER === "custom") {
        required("MODEL_NAME", "a model name, since MODEL_PROVIDER is custom");
        required("MODEL_BASE_URL", "a URL, since MODEL_PROVIDER is custom");
      }
      if (value.SMTP_URL) required("MAIL_FROM", "a sender, since SMTP_URL is set");
      if (value.REQUIRE_EMAIL_VERIFICATION === "true")
        required("SMTP_URL", "a mail server, since REQUIRE_EMAIL_VERIFICATION is true");
      if (value.GOOGLE_CLIENT_ID)
        required("GOOGLE_CLIENT_SECRET", "a secret, since GOOGLE_CLIENT_ID is set");
      if (value.GOOGLE_CLIENT_SECRET)
        required("GOOGLE_CLIENT_ID", "a client, since GOOGLE_CLIENT_SECRET is set");
    })
    .safeParse(variables);
  if (!parsed.success) throw toEnvironmentError(parsed.error, variables);
  const value = parsed.data;
  const databaseUrl = value.DATABASE_URL as string;
  const publicUrl = (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, "");
  return {
    ...value,
    DATABASE_URL: databaseUrl,
    DIRECT_DATABASE_URL: value.DIRECT_DATABASE_URL ?? databaseUrl,
    PUBLIC_URL: publicUrl,
    VAPID_SUBJECT: pushSubject(value.VAPID_SUBJECT, publicUrl),
  };
}

/**
 * Reads the environment of the command `migrate`: the database, and none of the app's secrets.
 *
 * @throws EnvironmentError as {@link readEnvironment}
 */
export function readMigrationEnvironment(environment: Record<string, string | undefined>) {
  const variables = withoutEmpty(environment);
  const parsed = environmentSchema
    .pick({
      DATABASE_URL: true,
      DIRECT_DATABASE_URL: true,
      MIGRATION_DATABASE_URL: true,
      MIGRATION_WAIT_SECONDS: true,
      APP_DATABASE_ROLE: true,
    })
    .safeParse(variables);
  if (!parsed.success) throw toEnvironmentError(parsed.error, variables);
  const { MIGRATION_DATABASE_URL, DIRECT_DATABASE_URL, DATABASE_URL, ...value } = parsed.data;
  const url = MIGRATION_DATABASE_URL ?? DIRECT_DATABASE_URL ?? DATABASE_URL;
  if (!url) throw new EnvironmentError("DATABASE_URL is missing; it takes: a PostgreSQL URL.");
  return { url, role: value.APP_DATABASE_ROLE, waitMs: value.MIGRATION_WAIT_SECONDS * 1_000 };
}
