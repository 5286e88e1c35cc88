import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { localChart } from "./local-chart";
import { namedSecret } from "./named-secret";

type InCluster = Extract<StackConfig["database"], { mode: "statefulset" }>;

/** The PostgreSQL that the app uses: ours in the cluster, or one that is elsewhere. */
export class Database extends pulumi.ComponentResource {
  /** The Secret with DATABASE_URL and, where that one is a pool, DIRECT_DATABASE_URL. */
  readonly secretName: pulumi.Output<string>;
  /** The ports that the app needs to reach. */
  readonly ports: pulumi.Output<number[]>;

  constructor(
    name: string,
    args: { namespace: pulumi.Input<string>; config: StackConfig },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("karlo:database:Database", name, {}, opts);
    const { namespace, config } = args;
    const { database, databaseUrl, directDatabaseUrl } = config;
    const password = pulumi.output(config.databasePassword ?? "");
    const urls = {
      DATABASE_URL:
        database.mode === "statefulset"
          ? this.installed(database, namespace, password)
          : databaseUrl,
      DIRECT_DATABASE_URL: directDatabaseUrl,
    };
    this.secretName = namedSecret("karlo-database", namespace, urls, { parent: this });
    this.ports = pulumi.unsecret(pulumi.output(urls).apply(portsOf));
    this.registerOutputs({ secretName: this.secretName });
  }

  /** Installs our chart; the URL of what it serves. */
  private installed(
    database: InCluster,
    namespace: pulumi.Input<string>,
    password: pulumi.Output<string>,
  ): pulumi.Output<string> {
    const passwordSecret = namedSecret(
      "postgres-password",
      namespace,
      { password },
      { parent: this },
    );
    const release = localChart(
      "postgres",
      namespace,
      {
        image: { name: database.image },
        passwordSecret,
        storage: { size: database.storage, keep: database.keep },
      },
      { parent: this, protect: database.keep },
    );
    const host = pulumi.interpolate`${release.name}.${namespace}.svc`;
    const encoded = password.apply(encodeURIComponent);
    return pulumi.interpolate`postgresql://karlo:${encoded}@${host}:5432/karlo`;
  }
}

function portsOf(urls: Record<string, string | undefined>): number[] {
  const ports = Object.values(urls).flatMap((url) =>
    url ? [Number(new URL(url).port || 5432)] : [],
  );
  return [...new Set(ports)];
}
