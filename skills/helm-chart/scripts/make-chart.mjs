// Writes a Helm chart from the specification of an app, and checks it by helm where helm is.
//   node make-chart.mjs app.json FOLDER
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSpec, runScript } from "./read-spec.mjs";

await runScript(([specFile = "app.json", folder = "chart"]) => {
  const spec = readSpec(specFile);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: a chart that has been edited is not written over`);
  cpSync(join(import.meta.dirname, "../assets/chart"), folder, { recursive: true });
  writeFileSync(join(folder, "Chart.yaml"), chartYaml(spec));
  writeFileSync(join(folder, "values.yaml"), valuesYaml(spec));
  console.log(`wrote ${folder}`);
  check(folder);
});

function check(folder) {
  const helm = (...args) => spawnSync("helm", args, { encoding: "utf8" });
  if (helm("version").status !== 0) return console.log("helm is not here: not checked");
  const version = ["--kube-version", "1.32.0"];
  for (const args of [
    ["lint", "--strict", folder, ...version],
    ["template", "check", folder, ...version],
  ]) {
    const { status, stdout, stderr } = helm(...args);
    if (status !== 0) throw new Error(`helm ${args[0]} failed:\n${stdout}${stderr}`);
  }
  console.log("✓ helm lint --strict, and it renders");
}

function chartYaml({ name, version }) {
  return `apiVersion: v2
name: ${name}
description: ${name} on Kubernetes
type: application
# Of the chart: changes with a template or a value.
version: 0.1.0
# Of the app: the tag of its image, unless image.tag says another.
appVersion: ${JSON.stringify(version)}
# preStop with sleep.
kubeVersion: ">=1.30.0-0"
`;
}

// JSON is YAML: texts are quoted, so that no version or "yes" becomes another type.
function valuesYaml(spec) {
  return `# The least number of pods, where autoscaling is enabled.
replicas: ${spec.replicas}

# Needs the metrics API of the cluster; by the use of CPU against the request.
autoscaling: { enabled: false, maxReplicas: ${spec.replicas * 3} }

image:
  repository: ${spec.image}
  # The appVersion of the chart when empty; never "latest".
  tag: ""
  pullPolicy: IfNotPresent

# What the app listens on, and what it answers there: health while the process works (or it is started
# again), ready while it can serve (or it gets no requests).
port: ${spec.port}
probes: { health: ${spec.health}, ready: ${spec.ready} }

# Settings that are not secret.
environment: ${JSON.stringify(spec.environment)}
# Names of existing Secrets in the namespace of the release; their keys are environment variables.
secrets: ${JSON.stringify(spec.secrets)}

# TCP ports that pods may connect to beside DNS, such as 443 and 5432.
egressPorts: [443]

# No Ingress without a host. The default class of the cluster when className is empty.
ingress: { host: ${JSON.stringify(spec.host ?? "")}, className: "", tlsSecret: "" }

# How long a pod has to end, the five seconds included in which it still answers.
terminationSeconds: 30

resources:
  requests: { cpu: ${spec.cpu}, memory: ${spec.memory}, ephemeral-storage: 16Mi }
  # Memory that is over the limit is a killed pod; CPU is only slower, and the other pods are safe.
  limits: { cpu: "1", memory: ${spec.memory}, ephemeral-storage: 96Mi }
`;
}
