import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { cnpg } from "./database/cnpg";
import type { DatabaseUrls } from "./database/data";
import { statefulset } from "./database/statefulset";
import { namedSecret } from "./named-secret";

interface DatabaseArgs {
  namespace: pulumi.Input<string>;
  config: StackConfig;
}

/** The app's PostgreSQL: a single instance or a replicated cluster in Kubernetes, or an external one. */
export class Database extends pulumi.ComponentResource {
  /** Name of the Secret with DATABASE_URL and, where that is a pool, DIRECT_DATABASE_URL. */
  readonly secretName: pulumi.Output<string>;
  /** Name of the Secret with the DATABASE_URL of the tables' owner, if it differs from the app's role. */
  readonly ownerSecretName?: pulumi.Output<string>;
  /** Ports that the app connects to. */
  readonly ports: pulumi.Output<number[]>;

  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("karlo:database:Database", name, {}, opts);
    const { namespace } = args;
    const { app, direct, owner } = urlsOf(args, this);
    const secret = (name: string, urls: Record<string, pulumi.Input<string> | undefined>) =>
      namedSecret(name, namespace, urls, { parent: this });

    this.secretName = secret("karlo-database", { DATABASE_URL: app, DIRECT_DATABASE_URL: direct });
    if (owner)
      this.ownerSecretName = secret("karlo-owner", {
        DATABASE_URL: owner,
        // The role that migrations grant access to.
        APP_DATABASE_ROLE: pulumi.output(app).apply(userOf),
      });
    this.ports = pulumi.unsecret(pulumi.output([app, direct, owner]).apply(portsOf));
    this.registerOutputs({ secretName: this.secretName });
  }
}

function urlsOf({ config, namespace }: DatabaseArgs, parent: pulumi.Resource): DatabaseUrls {
  const { database, databaseUrl, directDatabaseUrl, migrationDatabaseUrl } = config;
  const password = pulumi.output(config.databasePassword ?? "");
  switch (database.mode) {
    case "statefulset":
      return statefulset({ database, namespace, config, password }, parent);
    case "cnpg":
      return cnpg({ database, namespace, password }, parent);
    case "external":
      return { app: databaseUrl ?? "", direct: directDatabaseUrl, owner: migrationDatabaseUrl };
  }
}

const userOf = (url: string) => decodeURIComponent(new URL(url).username);

function portsOf(urls: (string | undefined)[]): number[] {
  const ports = urls.flatMap((url) => (url ? [Number(new URL(url).port || 5432)] : []));
  return [...new Set(ports)];
}
