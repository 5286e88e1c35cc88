import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { MODEL_KEYS } from "../config/app";
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

/** The app: its Secret and the release of its chart. Resolves when its pods are ready. */
export class Application extends pulumi.ComponentResource {
  /** Name of the Helm release, Deployment and Service. */
  readonly release: pulumi.Output<string>;

  constructor(name: string, args: ApplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("karlo:application:Application", name, {}, opts);
    const { namespace, config, image, database, ingress } = args;

    const app = namedSecret(
      "karlo-app",
      namespace,
      {
        BETTER_AUTH_SECRET: config.betterAuthSecret,
        BETTER_AUTH_PREVIOUS_SECRETS: config.previousAuthSecrets,
        VAPID_PRIVATE_KEY: config.vapidPrivateKey,
        ...modelKey(config),
        // Not secret, but set together with the secrets they belong to.
        SMTP_URL: config.smtpUrl,
        MAIL_FROM: config.mail?.from,
        GOOGLE_CLIENT_ID: config.googleClientId,
        GOOGLE_CLIENT_SECRET: config.googleClientSecret,
        OTEL_EXPORTER_OTLP_HEADERS: config.otlpHeaders,
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
        monitoring: config.observability.monitoring,
        operator: { enabled: config.operator.enabled },
        agents: config.agents,
        backup: config.backup ? { enabled: true, ...config.backup } : { enabled: false },
        resources: config.resources,
        networkPolicy: {
          egressPorts: egressPorts(config, database),
          databasePorts: database.ports,
          metricsFrom: metricsFrom(config),
        },
      },
      // Values depend neither on the image's delivery nor on the database's readiness.
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

/** The environment variable with the provider's key. */
function modelKey({ model, modelApiKey }: StackConfig): Record<string, pulumi.Output<string>> {
  const name = MODEL_KEYS[model.provider];
  return name && modelApiKey ? { [name]: modelApiKey } : {};
}

/** Settings that are not secret, as environment variables: `runsAtOnce` becomes RUNS_AT_ONCE. */
function environmentOf({
  limits,
  mail,
  observability: { traces },
}: StackConfig): Record<string, string> {
  const set = Object.entries(limits).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [[key.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase(), String(value)]],
  );
  return {
    ...Object.fromEntries(set),
    ...(mail?.requireVerification && { REQUIRE_EMAIL_VERIFICATION: "true" }),
    ...(traces && {
      OTEL_EXPORTER_OTLP_ENDPOINT: traces.endpoint,
      OTEL_TRACES_SAMPLER_ARG: String(traces.share),
    }),
  };
}

/**
 * Ports that pods may connect to: HTTPS, the database, the mail server, the model's server and the
 * collector of traces.
 */
function egressPorts(config: StackConfig, database: Database): pulumi.Output<number[]> {
  const { model, smtpUrl, observability } = config;
  const urls = ["baseUrl" in model ? model.baseUrl : undefined, observability.traces?.endpoint];
  const named = urls.flatMap((url) => (url === undefined ? [] : [portOf(url)]));
  const mailPort = pulumi.unsecret(pulumi.output(smtpUrl).apply((url) => url && portOf(url)));
  return pulumi
    .all([database.ports, mailPort])
    .apply(([ports, mail]) => [...new Set([443, ...ports, ...named, ...(mail ? [mail] : [])])]);
}

const PORTS: Record<string, number> = { "http:": 80, "https:": 443, "smtp:": 587, "smtps:": 465 };

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (PORTS[protocol] ?? 443);
}

/** Chart values for the number of pods, or for the autoscaler. */
function scale({ replicas, autoscaling }: StackConfig) {
  return autoscaling
    ? { autoscaling: { enabled: true, ...autoscaling } }
    : { replicas: replicas ?? 1, autoscaling: { enabled: false } };
}

/** NetworkPolicy peers that may read the metrics. */
const metricsFrom = ({ metrics }: StackConfig) =>
  metrics.from
    ? [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": metrics.from } } }]
    : [];
