import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../../config";
import { namedSecret } from "../named-secret";
import { publicChart } from "../public-chart";
import { type DatabaseUrls, dataOptions } from "./data";

interface CnpgArgs {
  namespace: pulumi.Input<string>;
  database: Extract<StackConfig["database"], { mode: "cnpg" }>;
  password: pulumi.Output<string>;
}

/** The user that owns the database and its tables. */
const OWNER = "karlo";

/** A CloudNativePG cluster: a primary, and standbys of which one takes its place. */
export function cnpg(
  { database, namespace, password }: CnpgArgs,
  parent: pulumi.Resource,
): DatabaseUrls {
  const { retainOnDelete, protect } = dataOptions({ database });
  const credentials = namedSecret(
    "postgres-owner",
    namespace,
    { username: OWNER, password },
    { parent, retainOnDelete },
    "kubernetes.io/basic-auth",
  );
  const operator = database.operator === "install" ? installOperator(parent) : undefined;
  const cluster = new kubernetes.apiextensions.CustomResource(
    "postgres",
    {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Cluster",
      metadata: {
        name: "postgres",
        namespace,
        // Pulumi knows no readiness of its own for this kind.
        annotations: { "pulumi.com/waitFor": "condition=Ready" },
      },
      spec: clusterSpec(database, credentials),
    },
    {
      parent,
      dependsOn: operator,
      protect,
      retainOnDelete,
      customTimeouts: { create: "10m", update: "10m", delete: "5m" },
    },
  );
  guard(namespace, parent);
  const host = pulumi.interpolate`${cluster.metadata.name}-rw.${namespace}.svc`;
  const encoded = password.apply(encodeURIComponent);
  return { app: pulumi.interpolate`postgresql://${OWNER}:${encoded}@${host}:5432/karlo` };
}

function clusterSpec(database: CnpgArgs["database"], credentials: pulumi.Output<string>) {
  return {
    instances: database.instances,
    imageName: database.image,
    enableSuperuserAccess: false,
    enablePDB: true,
    affinity: {
      enablePodAntiAffinity: true,
      topologyKey: "kubernetes.io/hostname",
      podAntiAffinityType: "preferred",
    },
    storage: { size: database.storage, ...storageClass(database) },
    resources: database.resources,
    bootstrap: {
      initdb: {
        database: "karlo",
        owner: OWNER,
        secret: { name: credentials },
        encoding: "UTF8",
        // In the locale C, letters of Urdu are none: no search would find them.
        localeCollate: "C.UTF-8",
        localeCType: "C.UTF-8",
        // The owner may create no role: the one that the assistant's tools act as is made for it.
        postInitSQL: ["CREATE ROLE karlo_tools NOLOGIN", `GRANT karlo_tools TO ${OWNER}`],
      },
    },
    managed: {
      roles: [{ name: "karlo_tools", ensure: "present", login: false }],
    },
    // An old primary goes within the time that a request may wait for a new one.
    switchoverDelay: 30,
    stopDelay: 60,
  };
}

const storageClass = ({ storageClass }: CnpgArgs["database"]) =>
  storageClass ? { storageClass } : {};

const CLUSTER = { "cnpg.io/cluster": "postgres" };
const OPERATOR = { "app.kubernetes.io/name": "cloudnative-pg" };

/** Lets in the app's pods, the instances among themselves, and the operator that watches over them. */
function guard(namespace: pulumi.Input<string>, parent: pulumi.Resource) {
  const port = (number: number) => ({ protocol: "TCP", port: number });
  const pods = (matchLabels: Record<string, string>) => ({ podSelector: { matchLabels } });
  new kubernetes.networking.v1.NetworkPolicy(
    "postgres",
    {
      metadata: { name: "postgres", namespace },
      spec: {
        podSelector: { matchLabels: CLUSTER },
        policyTypes: ["Ingress"],
        ingress: [
          { from: [pods({ "app.kubernetes.io/name": "karlo" })], ports: [port(5432)] },
          { from: [pods(CLUSTER)], ports: [port(5432), port(8000)] },
          { from: [{ namespaceSelector: {}, ...pods(OPERATOR) }], ports: [port(5432), port(8000)] },
        ],
      },
    },
    { parent },
  );
}

/** Once in a cluster, for every stack that runs there: it is no part of the stack's namespace. */
function installOperator(parent: pulumi.Resource): kubernetes.helm.v3.Release {
  return publicChart(
    "cloudnative-pg",
    { repo: "https://cloudnative-pg.github.io/charts", version: "0.29.0" },
    "cnpg-system",
    {
      resources: {
        requests: { cpu: "100m", memory: "128Mi" },
        limits: { cpu: "500m", memory: "256Mi" },
      },
    },
    { parent },
    { createNamespace: true },
  );
}
