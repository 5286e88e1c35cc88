import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { namedSecret } from "./named-secret";
import { publicChart } from "./public-chart";

interface IngressArgs {
  namespace: pulumi.Input<string>;
  config: StackConfig;
}

/** The ingress settings of the app: for an existing class, or for a Traefik that the stack installs. */
export class Ingress extends pulumi.ComponentResource {
  /** The `ingress` values of the app's chart. */
  readonly values: pulumi.Input<Record<string, unknown>>;
  /** Name of the Service of the installed Traefik. */
  readonly service?: pulumi.Output<string>;

  constructor(name: string, args: IngressArgs, opts?: pulumi.ComponentResourceOptions) {
    super("karlo:ingress:Ingress", name, {}, opts);
    const { ingress } = args.config;
    if (!ingress) {
      this.values = { enabled: false };
      this.registerOutputs({});
      return;
    }
    const className = ingress.className ?? (ingress.install ? "traefik" : "");
    if (ingress.install) this.service = installTraefik(args, className, this);
    const secretName = ingress.tls.secretName ?? certificate(args, this);
    this.values = {
      enabled: true,
      className,
      host: ingress.host,
      tls: {
        enabled: ingress.tls.enabled,
        secretName: secretName ?? "",
        selfSigned: ingress.tls.enabled && secretName === undefined,
      },
      proxies: ingress.proxies,
      annotations: ingress.annotations,
    };
    this.registerOutputs({ service: this.service });
  }
}

/** Creates the Secret of a certificate from the configuration; undefined when there is none. */
function certificate({ config, namespace }: IngressArgs, parent: pulumi.Resource) {
  const { tlsCertificate, tlsKey } = config;
  if (!tlsCertificate || !tlsKey) return undefined;
  const data = { "tls.crt": tlsCertificate, "tls.key": tlsKey };
  return namedSecret("karlo-tls", namespace, data, { parent }, "kubernetes.io/tls");
}

const selector = (namespace: string) => ({
  "app.kubernetes.io/name": "traefik",
  "app.kubernetes.io/instance": `traefik-${namespace}`,
});

/**
 * Installs Traefik for the Ingresses of this namespace. Its Service is not created by its chart: Helm
 * would wait for a load balancer's address, which Minikube assigns only while a tunnel is open.
 *
 * @returns the name of the Service
 */
function installTraefik(
  { config, namespace }: IngressArgs,
  className: string,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const https = config.ingress?.tls.enabled ?? false;
  const release = publicChart(
    "traefik",
    { repo: "https://traefik.github.io/charts", version: "41.3.0" },
    namespace,
    traefikValues(namespace, className, https),
    { parent },
    { skipCrds: true },
  );
  const service = new kubernetes.core.v1.Service(
    "traefik",
    {
      metadata: {
        name: "traefik",
        namespace,
        annotations: { "pulumi.com/skipAwait": "true" },
      },
      spec: {
        type: config.ingress?.service,
        selector: pulumi.output(namespace).apply(selector),
        ports: [
          { name: "web", port: 80, targetPort: "web" },
          { name: "websecure", port: 443, targetPort: "websecure" },
        ],
      },
    },
    { parent, dependsOn: release },
  );
  return service.metadata.name;
}

function traefikValues(namespace: pulumi.Input<string>, className: string, https: boolean) {
  return {
    global: { checkNewVersion: false },
    deployment: { replicas: 2 },
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    ingressClass: { enabled: true, isDefaultClass: false, name: className },
    service: { enabled: false },
    providers: {
      kubernetesCRD: { enabled: false },
      kubernetesIngress: {
        enabled: true,
        ingressClass: className,
        namespaces: [namespace],
        publishedService: { enabled: false },
      },
    },
    ports: {
      web: https
        ? {
            http: {
              redirections: { entryPoint: { to: "websecure", scheme: "https", permanent: true } },
            },
          }
        : {},
    },
    resources: {
      requests: { cpu: "100m", memory: "64Mi" },
      limits: { cpu: "500m", memory: "256Mi" },
    },
  };
}
