import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";

/** The fields of a resource that policies read. */
export type CheckedResource = Pick<PolicyResource, "type" | "name" | "urn" | "props"> & {
  opts: Pick<PolicyResource["opts"], "protect">;
};

type Report = (message: string, urn?: string) => void;

const RELEASE = "kubernetes:helm.sh/v3:Release";
const NAMESPACE = "kubernetes:core/v1:Namespace";
const SECRET = "kubernetes:core/v1:Secret";
const CLUSTER = "kubernetes:postgresql.cnpg.io/v1:Cluster";

/** Charts that serve the whole cluster, in their own namespace. */
const CLUSTER_WIDE_CHARTS = ["cloudnative-pg"];

const ofType = (resources: CheckedResource[], ...types: string[]) =>
  resources.filter(({ type }) => types.includes(type));

function policy(
  name: string,
  description: string,
  check: (resources: CheckedResource[], report: Report) => void,
): StackValidationPolicy {
  return {
    name,
    description,
    enforcementLevel: "mandatory",
    validateStack: ({ resources }, report) => check(resources, report),
  };
}

/** The policies that every stack must meet. */
export const policies: StackValidationPolicy[] = [
  policy(
    "secrets-stay-secret",
    "What a Secret holds is in no value of a chart and in no ConfigMap.",
    (resources, report) => {
      const secretValues = ofType(resources, SECRET).flatMap(({ props }) => secretValuesOf(props));
      const shown = ofType(resources, RELEASE, "kubernetes:core/v1:ConfigMap");
      for (const { urn, props } of shown) {
        const text = JSON.stringify([props.values, props.data]);
        if (secretValues.some((value) => text.includes(JSON.stringify(value).slice(1, -1))))
          report("It shows what a Secret holds: give it the Secret's name.", urn);
      }
    },
  ),
  policy(
    "namespace-is-restricted",
    "Pods run under Pod Security `restricted`.",
    (resources, report) => {
      for (const { urn, props } of ofType(resources, NAMESPACE))
        if (props.metadata?.labels?.["pod-security.kubernetes.io/enforce"] !== "restricted")
          report("Its label pod-security.kubernetes.io/enforce is not restricted.", urn);
    },
  ),
  policy(
    "releases-are-atomic",
    "A release that does not become ready in time is undone, and is of a known version.",
    (resources, report) => {
      for (const { urn, props } of ofType(resources, RELEASE)) {
        if (props.atomic !== true) report("It is not atomic: a failed one would stay.", urn);
        if (!(props.timeout > 0 && props.timeout <= 900))
          report("Its timeout is not between 1 and 900 seconds.", urn);
        if (props.repositoryOpts?.repo && !props.version)
          report("It is of a public repository and names no version.", urn);
      }
    },
  ),
  policy("images-have-tags", "An image has a tag that stays what it is.", (resources, report) => {
    for (const { urn, type, props } of resources)
      for (const image of imagesOf(type, props))
        if (!/[^/]:[^/]+$/.test(image) || image.endsWith(":latest"))
          report(`${image} has no tag that stays.`, urn);
  }),
  policy(
    "prod-protects-data",
    "Nothing that holds the data of a production stack can be destroyed by accident.",
    (resources, report) => {
      const data = resources.filter(
        ({ type, name }) => type === CLUSTER || (type === RELEASE && name === "postgres"),
      );
      if (data.length === 0) return;
      for (const { urn, opts } of [...data, ...ofType(resources, NAMESPACE)])
        if (/^urn:pulumi:[^:]*prod/.test(urn) && !opts.protect)
          report("It is not protected: set karlo:database.keep true.", urn);
    },
  ),
  policy(
    "one-namespace",
    "All that a stack makes in the cluster is in its own namespace.",
    (resources, report) => {
      const own = ofType(resources, NAMESPACE).map(({ props }) => props.metadata?.name);
      for (const { urn, type, name, props } of resources) {
        if (!type.startsWith("kubernetes:") || type === NAMESPACE) continue;
        if (CLUSTER_WIDE_CHARTS.includes(name)) continue;
        const namespace = props.namespace ?? props.metadata?.namespace;
        if (!own.includes(namespace)) report(`It is in the namespace ${namespace}.`, urn);
      }
    },
  ),
  policy(
    "pods-have-limits",
    "Pods of the app and of its database are held to an amount of CPU and memory.",
    (resources, report) => {
      for (const { urn, type, props } of resources) {
        const limits =
          type === CLUSTER ? props.spec?.resources?.limits : props.values?.resources?.limits;
        const needed = type === CLUSTER || (type === RELEASE && props.values?.resources);
        if (needed && !(limits?.cpu && limits.memory))
          report("Its pods have no limit of CPU and memory.", urn);
      }
    },
  ),
];

/** The values of a Secret; short ones, such as a user name, are not secret. */
function secretValuesOf(props: Record<string, unknown>): string[] {
  const plain = Object.values((props.stringData ?? {}) as Record<string, string>);
  const encoded = Object.values((props.data ?? {}) as Record<string, string>);
  const decoded = encoded.map((value) => Buffer.from(String(value), "base64").toString("utf8"));
  return [...plain, ...decoded].filter((value) => typeof value === "string" && value.length >= 12);
}

function imagesOf(type: string, props: CheckedResource["props"]): string[] {
  if (type === "docker:index/image:Image") return [props.imageName];
  if (type === CLUSTER) return [props.spec?.imageName];
  if (type !== RELEASE) return [];
  const { image, backup } = props.values ?? {};
  const own = image?.repository ? `${image.repository}:${image.tag ?? ""}` : image?.name;
  return [own, backup?.image].filter((name) => typeof name === "string");
}
