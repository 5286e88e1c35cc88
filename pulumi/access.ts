import type { StackConfig } from "./config";

interface Reachable {
  /** The app's Service. */
  app: string;
  namespace: string;
  /** The Service of the Traefik that the stack installed. */
  traefik?: string | undefined;
}

/**
 * How to reach the app from a machine of one's own: first a command that always works, then comments
 * on the ways that the stack's configuration opens. A shell can run the whole.
 */
export function accessTo(config: StackConfig, { app, namespace, traefik }: Reachable): string {
  const kubectl = [
    "kubectl",
    ...(config.context ? ["--context", config.context] : []),
    "-n",
    namespace,
  ].join(" ");
  const lines = [
    `${kubectl} port-forward service/${app} ${localPort(config)}:80`,
    ...publishedAs(config, `${kubectl} get service ${app}`, app, namespace),
    ...throughIngress(config, kubectl, traefik),
  ];
  return lines.join("\n");
}

function publishedAs({ service }: StackConfig, get: string, app: string, namespace: string) {
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

function throughIngress({ ingress, publicUrl }: StackConfig, kubectl: string, traefik?: string) {
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

/** The port that a public URL on this machine names, so that both fit together. */
function localPort({ publicUrl }: StackConfig): string {
  const { hostname, port } = new URL(publicUrl);
  return hostname === "localhost" && port ? port : "3000";
}
