import { z } from "zod";
import { autoscaling, limits, mail, model } from "./config/app";
import { backup, database } from "./config/database";
import { image } from "./config/image";
import { ingress, metrics, service } from "./config/network";
import { agents, observability, operator } from "./config/observability";
import { count, name, origin, resources, secret, section, text } from "./config/values";

const token = /^[\x21-\x7e]+$/;
const postgresUrl = secret(
  /^postgres(ql)?:\/\/[^:@/\s]+:[^@/\s]+@[^@/\s]+\/[^/\s]+$/,
  "postgresql://USER:PASSWORD@HOST/DATABASE",
);
const pem = (label: string) =>
  secret(
    new RegExp(`^-----BEGIN [A-Z ]*${label}-----\n[\\s\\S]+-----END [A-Z ]*${label}-----\n*$`),
    `a PEM block: -----BEGIN ${label}-----`,
  );

/**
 * The schema of a stack's configuration under `karlo:`, with a description of each key.
 * docs/stack-configuration.md is generated from it.
 */
export const schema = section({
  context: text(/^\S+$/, "a context of your kubeconfig")
    .optional()
    .describe("the kubeconfig context to deploy to; the current one when absent"),
  namespace: name.default("karlo").describe("the namespace, made and removed by the stack"),
  publicUrl: origin.describe("the address people open"),
  corsOrigins: z
    .array(origin, { error: "a list of origins" })
    .meta({ takes: "a list of origins" })
    .default([])
    .describe("other origins whose pages may call the API with a token"),
  replicas: count(1, 20).optional().describe("how many pods serve the app; 1 when absent"),
  autoscaling: autoscaling
    .optional()
    .describe("in place of replicas: as many pods as the load asks for"),
  readyTimeoutSeconds: count(30, 3600)
    .default(300)
    .describe("how long pods may take to become ready before the version before is put back"),
  image: image.prefault({ delivery: "minikube" }).describe("how the image reaches the cluster"),
  database: database.prefault({ mode: "statefulset" }).describe("where the data lives"),
  backup: backup.optional().describe("dumps of the database on a schedule; none when absent"),
  service: service.prefault({ type: "ClusterIP" }).describe("how the Service is published"),
  ingress: ingress.optional().describe("routes a host name to the Service; none when absent"),
  metrics: metrics.prefault({}).describe("the numbers that Prometheus reads"),
  observability: observability.prefault({}).describe("what is sent to who watches over the stack"),
  operator: operator.prefault({}).describe("operation by an assistant, with npm run mcp:operate"),
  agents: agents.prefault({}).describe("agents of kagent, a person's yes before each change"),
  model: model.prefault({ provider: "builtin" }).describe("the model the assistant speaks with"),
  limits: limits
    .prefault({})
    .describe("what a person or an address may do; the app's own when absent"),
  mail: mail.optional().describe("mails of the app, sent by smtpUrl; none when absent"),
  googleClientId: text(token, "the id of an OAuth client")
    .optional()
    .describe("the client of Google sign-in; none when absent"),
  resources: resources({ cpu: "100m", memory: "256Mi" }, { cpu: "500m", memory: "512Mi" })
    .prefault({})
    .describe("what each pod of the app asks for and is held to"),
  betterAuthSecret: secret(
    /^[\x21-\x7e]{32,}$/,
    "at least 32 characters without a space, set with --secret",
  ).describe("signs sessions and encrypts signing keys"),
  previousAuthSecrets: secret(
    /^[\x21-\x7e]{32,}(\n[\x21-\x7e]{32,})*$/,
    "secrets of at least 32 characters, one on a line",
  )
    .optional()
    .describe("earlier values of betterAuthSecret, newest first: sessions stay valid"),
  vapidPrivateKey: secret(/^[\w-]{43}$/, "32 bytes in base64url")
    .optional()
    .describe("signs push notifications; there are none when absent"),
  databasePassword: secret(/^[\x21-\x7e]{16,}$/, "at least 16 characters without a space")
    .optional()
    .describe("the password of the database in the cluster (database.mode statefulset or cnpg)"),
  databaseUrl: postgresUrl
    .optional()
    .describe("the database to use (database.mode external), through a pool or not"),
  directDatabaseUrl: postgresUrl
    .optional()
    .describe("the same database without its pool, for LISTEN, and for migrations by default"),
  migrationDatabaseUrl: postgresUrl
    .optional()
    .describe("the same database as the tables' owner, for migrations and backups"),
  tlsCertificate: pem("CERTIFICATE")
    .optional()
    .describe("the certificate of ingress.host with its chain"),
  tlsKey: pem("PRIVATE KEY").optional().describe("the private key of tlsCertificate"),
  modelApiKey: secret(token, "the provider's key").optional().describe("of model.provider"),
  smtpUrl: secret(/^smtps?:\/\/\S+$/, "smtps://USER:PASSWORD@HOST:PORT")
    .optional()
    .describe("the mail server, with its password"),
  otlpHeaders: secret(/^[\w-]+=[^,\s]*(,[\w-]+=[^,\s]*)*$/, "a list such as key=value,key2=value2")
    .optional()
    .describe("headers for observability.traces.endpoint, such as its key"),
  googleClientSecret: secret(token, "the secret of googleClientId")
    .optional()
    .describe("of googleClientId"),
}).superRefine((config, context) => {
  const refuse = (key: string, message: string) =>
    context.addIssue({ code: "custom", path: key.split("."), message });
  /** Requires both keys of a pair, or neither. */
  const requirePair = (one: keyof typeof config, other: keyof typeof config) => {
    if (config[one] && !config[other]) refuse(other, `${one} needs it`);
    if (config[other] && !config[one]) refuse(one, `${other} needs it`);
  };
  const { mode } = config.database;
  if (mode === "external") {
    if (!config.databaseUrl) refuse("databaseUrl", "database.mode external needs it");
    if (config.databasePassword) refuse("databasePassword", "nothing: databaseUrl holds it");
  } else {
    if (!config.databasePassword) refuse("databasePassword", `database.mode ${mode} needs it`);
    for (const key of ["databaseUrl", "directDatabaseUrl", "migrationDatabaseUrl"] as const)
      if (config[key]) refuse(key, "nothing, unless database.mode is external");
  }
  if (config.autoscaling && config.replicas !== undefined)
    refuse("replicas", "nothing while autoscaling rules");
  if (config.autoscaling && config.autoscaling.minReplicas > config.autoscaling.maxReplicas)
    refuse("autoscaling.minReplicas", "at most autoscaling.maxReplicas");
  if (config.ingress && new URL(config.publicUrl).hostname !== config.ingress.host)
    refuse("ingress.host", `the host of publicUrl, ${new URL(config.publicUrl).hostname}`);
  requirePair("tlsCertificate", "tlsKey");
  if (config.tlsCertificate && !config.ingress?.tls.enabled)
    refuse("tlsCertificate", "nothing without an ingress that has TLS");
  if (config.tlsCertificate && config.ingress?.tls.secretName)
    refuse("tlsCertificate", "nothing while ingress.tls.secretName names a Secret");
  if (config.modelApiKey && config.model.provider === "builtin")
    refuse("modelApiKey", "nothing while model.provider is builtin");
  if (!config.modelApiKey && !["builtin", "custom"].includes(config.model.provider))
    refuse("modelApiKey", `model.provider ${config.model.provider} needs it`);
  if (config.otlpHeaders && !config.observability.traces)
    refuse("otlpHeaders", "nothing without observability.traces");
  requirePair("mail", "smtpUrl");
  requirePair("googleClientId", "googleClientSecret");
});

/** The validated configuration of a stack; its secrets are encrypted Outputs. */
export type StackConfig = z.output<typeof schema>;

/** The keys that are accepted only as secrets. */
export const secretKeys: ReadonlySet<string> = new Set(
  Object.entries(schema.shape).flatMap(([key, type]) => (isSecret(type) ? [key] : [])),
);

function isSecret(type: z.ZodType): boolean {
  if (type instanceof z.ZodOptional) return isSecret(type.unwrap() as z.ZodType);
  return type.meta()?.secret === true;
}
