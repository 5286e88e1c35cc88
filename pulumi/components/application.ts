import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import type { AppImage } from "./app-image";
import type { Database } from "./database";
import type { Ingress } from "./ingress";
import { localChart } from "./local-chart";
import { namedSecret } from "./named-secret";
import { rolloutWatch } from "./rollout-watch";

interface ApplicationArgs {
  namespace: pulumi.Input<string>;
  config: StackConfig;
  image: AppImage;
  database: Database;
  ingress: Ingress;
}

/** Karlo itself: its Secret and its chart, ready when this is. */
export class Application extends pulumi.ComponentResource {
  /** The name of the release, of its Deployment and of its Service. */
  readonly release: pulumi.Output<string>;

  constructor(name: string, args: ApplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("karlo:application:Application", name, {}, opts);
    const { namespace, config, image, database, ingress } = args;

    const app = namedSecret(
      "karlo-app",
      namespace,
      {
        BETTER_AUTH_SECRET: config.betterAuthSecret,
        ...modelKey(config),
        // Beside their secrets, though they are none: the migration reads no ConfigMap.
        SMTP_URL: config.smtpUrl,
        MAIL_FROM: config.mail?.from,
        GOOGLE_CLIENT_ID: config.googleClientId,
        GOOGLE_CLIENT_SECRET: config.googleClientSecret,
      },
      { parent: this },
    );

    const release = localChart(
      "karlo",
      { namespace, config },
      {
        ...scale(config),
        image: { repository: image.repository, tag: image.tag },
        app: {
          publicUrl: config.publicUrl,
          corsOrigins: config.corsOrigins,
          model: config.model,
          environment: environmentOf(config),
        },
        secrets: {
          app,
          database: database.secretName,
          migration: database.ownerSecretName ?? "",
        },
        service: config.service,
        ingress: ingress.values,
        metrics: { port: config.metrics.port },
        backup: config.backup ? { enabled: true, ...config.backup } : { enabled: false },
        resources: config.resources,
        networkPolicy: {
          egressPorts: egressPorts(config, database),
          databasePorts: database.ports,
          metricsFrom: metricsFrom(config),
        },
      },
      // Neither the image in the cluster nor the database's readiness is among the values.
      {
        parent: this,
        dependsOn: [image, database],
        hooks: rolloutWatch({
          context: config.context,
          namespace: config.namespace,
          release: "karlo",
        }),
      },
    );
    this.release = release.name;
    this.registerOutputs({ release: this.release });
  }
}

const MODEL_KEYS = {
  builtin: null,
  openai: "OPENAI_API_KEY",
  gemini: "GEMINI_API_KEY",
  mimo: "XIAOMI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  custom: "MODEL_API_KEY",
} as const;

/** The provider's key, under the name that the app reads it by. */
function modelKey({ model, modelApiKey }: StackConfig): Record<string, pulumi.Output<string>> {
  const name = MODEL_KEYS[model.provider];
  return name && modelApiKey ? { [name]: modelApiKey } : {};
}

/** The settings that are no secret, as environment variables: `runsAtOnce` is RUNS_AT_ONCE. */
function environmentOf({ limits, mail }: StackConfig): Record<string, string> {
  const set = Object.entries(limits).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [[key.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase(), String(value)]],
  );
  return {
    ...Object.fromEntries(set),
    ...(mail?.requireVerification && { REQUIRE_EMAIL_VERIFICATION: "true" }),
  };
}

/** What pods may connect to: HTTPS, the database, the mail server, and where a model listens. */
function egressPorts(config: StackConfig, database: Database): pulumi.Output<number[]> {
  const { model, smtpUrl } = config;
  const modelUrl = "baseUrl" in model ? model.baseUrl : undefined;
  const mailPort = pulumi.unsecret(pulumi.output(smtpUrl).apply((url) => url && portOf(url)));
  return pulumi
    .all([database.ports, mailPort])
    .apply(([ports, mail]) => [
      ...new Set([443, ...ports, ...(modelUrl ? [portOf(modelUrl)] : []), ...(mail ? [mail] : [])]),
    ]);
}

const PORTS: Record<string, number> = { "http:": 80, "https:": 443, "smtp:": 587, "smtps:": 465 };

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (PORTS[protocol] ?? 443);
}

/** How many pods: a number, or what the autoscaler makes of it. */
function scale({ replicas, autoscaling }: StackConfig) {
  return autoscaling
    ? { autoscaling: { enabled: true, ...autoscaling } }
    : { replicas: replicas ?? 1, autoscaling: { enabled: false } };
}

/** Who may read the metrics, beside nobody. */
const metricsFrom = ({ metrics }: StackConfig) =>
  metrics.from
    ? [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": metrics.from } } }]
    : [];
