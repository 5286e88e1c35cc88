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

/** The role that owns the database and its tables. */
const OWNER = "karlo";

/** Creates a CloudNativePG cluster: a primary, and standbys that are promoted when it fails. */
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
        // Pulumi has no readiness check for this kind.
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
  restrictAccess(namespace, parent);
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
        // In the locale C, Urdu letters are no letters, and search would not find them.
        localeCollate: "C.UTF-8",
        localeCType: "C.UTF-8",
        // The owner may not create roles, so the role of the assistant's tools is created here.
        postInitSQL: ["CREATE ROLE karlo_tools NOLOGIN", `GRANT karlo_tools TO ${OWNER}`],
      },
    },
    managed: {
      roles: [{ name: "karlo_tools", ensure: "present", login: false }],
    },
    // A former primary stops within the time that a request may wait for a new one.
    switchoverDelay: 30,
    stopDelay: 60,
  };
}

const storageClass = ({ storageClass }: CnpgArgs["database"]) =>
  storageClass ? { storageClass } : {};

const CLUSTER = { "cnpg.io/cluster": "postgres" };
const OPERATOR = { "app.kubernetes.io/name": "cloudnative-pg" };

/** Allows connections from the app's pods, from the other instances and from the operator. */
function restrictAccess(namespace: pulumi.Input<string>, parent: pulumi.Resource) {
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

/** Installs the operator, outside of the stack's namespace: one serves the whole cluster. */
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
