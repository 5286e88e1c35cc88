import type { StackConfig } from "./config";

/** What the deployment created. */
interface AccessTargets {
  /** Name of the app's Service. */
  app: string;
  namespace: string;
  /** Name of the Service of an installed Traefik. */
  traefik?: string | undefined;
}

/**
 * Shell commands to reach the app from the operator's machine: a port-forward, which always works, then
 * as comments the other ways that the configuration enables.
 */
export function accessTo(config: StackConfig, { app, namespace, traefik }: AccessTargets): string {
  const kubectl = [
    "kubectl",
    ...(config.context ? ["--context", config.context] : []),
    "-n",
    namespace,
  ].join(" ");
  const lines = [
    `${kubectl} port-forward service/${app} ${localPort(config)}:80`,
    ...serviceComments(config, `${kubectl} get service ${app}`, app, namespace),
    ...ingressComments(config, kubectl, traefik),
  ];
  return lines.join("\n");
}

function serviceComments({ service }: StackConfig, get: string, app: string, namespace: string) {
  if (service.type === "NodePort")
    return [
      `# Or the port of a node that \`${get}\` shows.`,
      `# On Minikube: minikube service ${app} -n ${namespace} --url (on macOS it runs until Ctrl-C).`,
    ];
  if (service.type === "LoadBalancer")
    return [
      `# Or the EXTERNAL-IP that \`${get}\` shows.`,
      "# On Minikube it has one while `minikube tunnel` runs; on macOS that is 127.0.0.1.",
    ];
  return [];
}

function ingressComments({ ingress, publicUrl }: StackConfig, kubectl: string, traefik?: string) {
  if (!ingress) return [];
  const address = traefik ? `${kubectl} get service ${traefik}` : "kubectl get ingress -A";
  return [
    `# Or ${publicUrl} through the ingress, once ${ingress.host} leads to it: in DNS, or by this line`,
    "# in /etc/hosts (on Windows C:\\Windows\\System32\\drivers\\etc\\hosts):",
    `#   ADDRESS ${ingress.host}`,
    `# ADDRESS is shown by \`${address}\`. On Minikube keep \`minikube tunnel\` running;`,
    "# on macOS and Windows ADDRESS is then 127.0.0.1.",
  ];
}

/** The local port: that of a public URL on localhost, so that both match. */
function localPort({ publicUrl }: StackConfig): string {
  const { hostname, port } = new URL(publicUrl);
  return hostname === "localhost" && port ? port : "3000";
}
