import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import type { AppImage } from "./app-image";
import type { Database } from "./database";
import { localChart } from "./local-chart";
import { namedSecret } from "./named-secret";

interface ApplicationArgs {
  namespace: pulumi.Input<string>;
  config: StackConfig;
  image: AppImage;
  database: Database;
}

/** Karlo itself: its Secret and its chart, ready when this is. */
export class Application extends pulumi.ComponentResource {
  /** A command that makes the Service reachable from this machine. */
  readonly access: pulumi.Output<string>;

  constructor(name: string, args: ApplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("karlo:application:Application", name, {}, opts);
    const { namespace, config, image, database } = args;

    const app = namedSecret(
      "karlo-app",
      namespace,
      {
        BETTER_AUTH_SECRET: config.betterAuthSecret,
        MODEL_API_KEY: config.modelApiKey,
      },
      { parent: this },
    );

    const release = localChart(
      "karlo",
      namespace,
      {
        replicas: config.replicas,
        image: { repository: image.repository, tag: image.tag },
        app: {
          publicUrl: config.publicUrl,
          corsOrigins: config.corsOrigins,
          model: config.model,
        },
        secrets: { app, database: database.secretName },
        service: config.service,
        ingress: config.ingress && { enabled: true, ...config.ingress },
        resources: config.resources,
        networkPolicy: { egressPorts: egressPorts(config, database) },
      },
      { parent: this, dependsOn: [image, database] },
    );
    this.access = pulumi.interpolate`${kubectl(config)} -n ${namespace} port-forward service/${release.name} ${localPort(config)}:80`;
    this.registerOutputs({ access: this.access });
  }
}

/** What pods may connect to: HTTPS, the database, and where a custom model listens. */
function egressPorts(config: StackConfig, database: Database): pulumi.Output<number[]> {
  const url = config.model.provider === "custom" ? new URL(config.model.baseUrl) : undefined;
  const model = url && Number(url.port || (url.protocol === "http:" ? 80 : 443));
  return database.ports.apply((ports) => [...new Set([443, ...ports, ...(model ? [model] : [])])]);
}

const kubectl = ({ context }: StackConfig) =>
  context ? `kubectl --context ${context}` : "kubectl";

/** The port that a public URL on this machine names, so that both fit together. */
function localPort({ publicUrl }: StackConfig): string {
  const { hostname, port } = new URL(publicUrl);
  return hostname === "localhost" && port ? port : "3000";
}
