import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";

/*
 * The stack's whole configuration: what each key is for (its description) and what it takes (said
 * when a value is refused). Secrets become Outputs that Pulumi encrypts; they are accepted only when
 * they were set with `--secret`.
 */

const text = (pattern: RegExp, takes: string) =>
  z.string({ error: takes }).regex(pattern, { error: takes });

const count = (min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const httpUrl = z
  .url({ protocol: /^https?$/, error: "an http or https URL" })
  .transform((value) => value.replace(/\/+$/, ""));

const origin = httpUrl.refine((value) => new URL(value).origin === value, {
  error: "an http or https URL without a path",
});

const section = <T extends z.ZodRawShape>(shape: T) => {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, { error: `an object with the keys ${keys}` });
};

const secret = (pattern: RegExp, takes: string) =>
  text(pattern, takes).transform((value) => pulumi.secret(value));

const name = text(
  /^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/,
  "lower-case letters, digits and dashes, at most 53",
);
const memory = text(/^[1-9]\d*(Mi|Gi|Ti)$/, "a quantity such as 512Mi or 2Gi");
const cpu = text(/^([1-9]\d*m?|\d+\.\d+)$/, "an amount of CPU such as 500m or 2");
const repository = text(/^[a-z0-9][-a-z0-9._:/]*[a-z0-9]$/, "an image's name without its tag");
const tag = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "an image's tag");
const token = /^[\x21-\x7e]+$/;
const smtpUrl = /^smtps?:\/\/\S+$/;
const postgresUrl = /^postgres(ql)?:\/\/[^:@/\s]+:[^@/\s]+@[^@/\s]+\/[^/\s]+$/;

const built = {
  tag: tag.optional().describe("an image built before, used in place of a new one: a rollback"),
};
const image = z.discriminatedUnion(
  "delivery",
  [
    section({ delivery: z.literal("minikube"), ...built }),
    section({
      delivery: z.literal("registry"),
      ...built,
      registry: repository.describe("the registry and project to push to"),
    }),
    section({
      delivery: z.literal("command"),
      ...built,
      command: text(/(^|\s)\S*\{image\}/, "a command that holds {image}").describe(
        "what puts {image} into the cluster; split at spaces and run without a shell",
      ),
    }),
    section({
      delivery: z.literal("none"),
      name: repository.describe("an image that the cluster can get by itself"),
      tag,
    }),
  ],
  { error: "a delivery (minikube, registry, command or none) with its own keys" },
);

const database = z.discriminatedUnion(
  "mode",
  [
    section({
      mode: z.literal("statefulset"),
      storage: memory.default("1Gi").describe("the volume's size; it cannot change later"),
      image: text(/^\S+:[^\s:/]+$/, "an image with its tag").default("postgres:18.1-bookworm"),
      keep: z
        .boolean({ error: "true or false" })
        .default(false)
        .describe("protect the data: `pulumi destroy` is refused, the volume outlives its pod"),
    }),
    section({ mode: z.literal("external") }),
  ],
  { error: "a mode (statefulset or external) with its own keys" },
);

const service = z.discriminatedUnion(
  "type",
  [
    section({ type: z.literal("ClusterIP") }),
    section({ type: z.literal("NodePort"), nodePort: count(30000, 32767).optional() }),
    section({ type: z.literal("LoadBalancer") }),
  ],
  { error: "a type (ClusterIP, NodePort or LoadBalancer) with its own keys" },
);

const modelName = text(/^\S+$/, "the model's name");
const hosted = <Name extends string>(provider: Name) =>
  section({
    provider: z.literal(provider),
    name: modelName.optional().describe("the model; a small one of the provider's when absent"),
    baseUrl: httpUrl.optional().describe("a gateway in place of the provider's own address"),
  });
const model = z.discriminatedUnion(
  "provider",
  [
    section({ provider: z.literal("builtin") }),
    hosted("openai"),
    hosted("gemini"),
    hosted("mimo"),
    hosted("anthropic"),
    section({
      provider: z.literal("custom"),
      name: modelName,
      baseUrl: httpUrl.describe("the address of an OpenAI-compatible API"),
    }),
  ],
  { error: "a provider (builtin, openai, gemini, mimo, anthropic or custom) with its own keys" },
);

const limit = (describes: string) => count(1, 1_000_000_000).optional().describe(describes);
const limits = section({
  messagesPerMinute: limit("messages of a person to the assistant in a minute"),
  runsAtOnce: limit("answers to a person that are at work at a time"),
  tokensPerDay: limit("tokens of a model that a person may use in a day"),
  modelSilenceSeconds: limit("how long the model's provider may send nothing"),
  modelRunSeconds: limit("how long one answer may take"),
  signUpsPerMinute: limit("sign-ups of one client address in a minute"),
  signInFailuresPerAccount: limit("wrong passwords of an account in a window"),
  signInFailuresPerAddress: limit("wrong passwords of a client address in a window"),
  signInFailureWindow: limit("the length of that window, in seconds"),
  mailsPerHour: limit("mails to one address in an hour"),
});

const mail = section({
  from: text(/^\S.*$/, "a sender, such as Karlo <karlo@example.com>"),
  requireVerification: z
    .boolean({ error: "true or false" })
    .default(false)
    .describe("whether a new account begins with a mail to its address"),
});

const ingress = section({
  host: text(/^[a-z0-9][-a-z0-9.]*$/, "a host name"),
  className: name.optional().describe("the cluster's default class when absent"),
  tlsSecret: name.optional().describe("a TLS Secret of the namespace; plain HTTP when absent"),
});

const resources = section({
  requests: section({ cpu: cpu.default("100m"), memory: memory.default("256Mi") }).prefault({}),
  limits: section({ cpu: cpu.default("500m"), memory: memory.default("512Mi") }).prefault({}),
});

/** Everything a stack may say under `karlo:`. */
export const schema = section({
  context: text(/^\S+$/, "a context of your kubeconfig")
    .optional()
    .describe("the kubeconfig context to deploy to; the current one when absent"),
  namespace: name.default("karlo").describe("the namespace, made and removed by the stack"),
  publicUrl: origin.describe("the address people open"),
  corsOrigins: z
    .array(origin, { error: "a list of origins" })
    .default([])
    .describe("other origins whose pages may call the API with a token"),
  replicas: count(1, 20).default(1).describe("how many pods serve the app"),
  image: image.prefault({ delivery: "minikube" }).describe("how the image reaches the cluster"),
  database: database.prefault({ mode: "statefulset" }).describe("where the data lives"),
  service: service.prefault({ type: "ClusterIP" }).describe("how the Service is published"),
  ingress: ingress.optional().describe("routes a host name to the Service"),
  model: model.prefault({ provider: "builtin" }).describe("the model the assistant speaks with"),
  limits: limits
    .prefault({})
    .describe("what a person or an address may do; the app's own when absent"),
  mail: mail.optional().describe("mails of the app, sent by smtpUrl; none when absent"),
  googleClientId: text(token, "the id of an OAuth client")
    .optional()
    .describe("the client of Google sign-in; none when absent"),
  resources: resources.prefault({}).describe("what each pod of the app asks for and is held to"),
  betterAuthSecret: secret(
    /^[\x21-\x7e]{32,}$/,
    "at least 32 characters without a space, set with --secret",
  ).describe("signs sessions and encrypts signing keys"),
  databasePassword: secret(/^[\x21-\x7e]{16,}$/, "at least 16 characters without a space")
    .optional()
    .describe("the password of the database in the cluster (database.mode statefulset)"),
  databaseUrl: secret(postgresUrl, "postgresql://USER:PASSWORD@HOST/DATABASE")
    .optional()
    .describe("the database to use (database.mode external), through a pool or not"),
  directDatabaseUrl: secret(postgresUrl, "postgresql://USER:PASSWORD@HOST/DATABASE")
    .optional()
    .describe("the same database without its pool, for migrations and LISTEN"),
  modelApiKey: secret(token, "the provider's key").optional().describe("of model.provider"),
  smtpUrl: secret(smtpUrl, "smtps://USER:PASSWORD@HOST:PORT")
    .optional()
    .describe("the mail server, with its password"),
  googleClientSecret: secret(token, "the secret of googleClientId")
    .optional()
    .describe("of googleClientId"),
}).superRefine((config, context) => {
  const refuse = (key: string, message: string) =>
    context.addIssue({ code: "custom", path: [key], message });
  const { mode } = config.database;
  if (mode === "statefulset") {
    if (!config.databasePassword) refuse("databasePassword", "database.mode statefulset needs it");
    if (config.databaseUrl) refuse("databaseUrl", "nothing, unless database.mode is external");
  } else {
    if (!config.databaseUrl) refuse("databaseUrl", "database.mode external needs it");
    if (config.databasePassword) refuse("databasePassword", "nothing: databaseUrl holds it");
  }
  if (config.directDatabaseUrl && !config.databaseUrl)
    refuse("directDatabaseUrl", "nothing without databaseUrl");
  if (config.modelApiKey && config.model.provider === "builtin")
    refuse("modelApiKey", "nothing while model.provider is builtin");
  if (!config.modelApiKey && !["builtin", "custom"].includes(config.model.provider))
    refuse("modelApiKey", `model.provider ${config.model.provider} needs it`);
  if (config.mail && !config.smtpUrl) refuse("smtpUrl", "mail needs it");
  if (config.smtpUrl && !config.mail) refuse("mail", "smtpUrl needs it");
  if (config.googleClientId && !config.googleClientSecret)
    refuse("googleClientSecret", "googleClientId needs it");
  if (config.googleClientSecret && !config.googleClientId)
    refuse("googleClientId", "googleClientSecret needs it");
});

/** Exported by Pulumi, left out of its types. */
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };

/** The configuration of a stack, checked; its secrets are encrypted Outputs. */
export type StackConfig = z.output<typeof schema>;

const PROJECT = "karlo";
const secretKeys = new Set([
  "betterAuthSecret",
  "databasePassword",
  "databaseUrl",
  "directDatabaseUrl",
  "modelApiKey",
  "smtpUrl",
  "googleClientSecret",
]);

/** Reads and checks the stack's configuration; refuses all that is wrong with it at once. */
export function readConfig(): StackConfig {
  const given: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
    if (!key.startsWith(`${PROJECT}:`)) continue;
    const short = key.slice(PROJECT.length + 1);
    given[short] = parseValue(value);
    if (secretKeys.has(short) && !isConfigSecret(key))
      problems.push(`${key}: came in plain text; set it with --secret`);
    if (!secretKeys.has(short) && short in schema.shape && isConfigSecret(key))
      problems.push(`${key}: came as a secret, but is shown in plain; set it without --secret`);
  }
  const result = schema.safeParse(given);
  if (!result.success)
    problems.push(...result.error.issues.flatMap((issue) => explain(issue, given)));
  if (problems.length > 0 || !result.success)
    throw new pulumi.RunError(
      `the configuration of stack ${pulumi.getStack()} was refused:\n  ${problems.join("\n  ")}`,
    );
  return result.data;
}

/** Pulumi hands over objects as JSON, everything else as text. */
function parseValue(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function explain(issue: z.core.$ZodIssue, given: Record<string, unknown>): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${keyName([...issue.path, key])}: unknown; ${takes(issue)}`);
  const came = issue.path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    given,
  );
  const isSecret = secretKeys.has(String(issue.path[0]));
  if (came === undefined) {
    const how = isSecret ? " (set it with --secret, or `npm run secrets STACK`)" : "";
    return [`${keyName(issue.path)}: missing; ${takes(issue)}${how}`];
  }
  const shown = isSecret ? `a secret of ${String(came).length} characters` : JSON.stringify(came);
  return [`${keyName(issue.path)}: came as ${shown}; ${takes(issue)}`];
}

const keyName = (path: PropertyKey[]) => `${PROJECT}:${path.map(String).join(".")}`;
const takes = (issue: z.core.$ZodIssue) => `it takes ${issue.message}`;
