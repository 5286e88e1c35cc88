// Says what is wrong in a namespace, causes first. It reads, and changes nothing.
//   node diagnose.mjs --context C --namespace N
// Exit code: 0 nothing is wrong, 1 something is, 2 the cluster cannot be asked.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { podProblems } from "./pod-problems.mjs";

const option = { type: "string" };
const { values } = parseArgs({ options: { context: option, namespace: option } });
const target = ["--context", values.context ?? "", "--namespace", values.namespace ?? ""];

function kubectl(...args) {
  const { status, stdout, stderr, error } = spawnSync("kubectl", [...target, ...args], {
    encoding: "utf8",
  });
  if (status === 0) return stdout;
  throw new Error((error?.message ?? stderr).trim());
}
const list = (kind) => JSON.parse(kubectl("get", kind, "--output", "json")).items;

/** The last lines of a container, of the run before where it was started again; "" where there are none. */
function logOf(pod, container, previous) {
  try {
    return kubectl(
      "logs",
      pod,
      "-c",
      container,
      "--tail=5",
      ...(previous ? ["--previous"] : []),
    ).trim();
  } catch {
    return "";
  }
}

function findProblems() {
  const pods = list("pods");
  const volumes = list("persistentvolumeclaims")
    .filter(({ status }) => status.phase !== "Bound")
    .map(
      ({ metadata, status }) =>
        `volume ${metadata.name} is ${status.phase}: is there a storage class, and room?`,
    );
  const ofPods = pods.flatMap((pod) => podProblems(pod, logOf));
  const deployments = list("deployments").flatMap(({ metadata, spec, status }) => {
    const { readyReplicas = 0, conditions = [] } = status;
    const stuck = conditions.find(({ reason }) => reason === "ProgressDeadlineExceeded");
    const refused = conditions.find(
      ({ type, status: is }) => type === "ReplicaFailure" && is === "True",
    );
    if (refused) return [`deployment ${metadata.name}: pods are refused: ${refused.message}`];
    if (stuck)
      return [
        `deployment ${metadata.name}: the rollout does not get on; ${readyReplicas} of ${spec.replicas} pods are ready`,
      ];
    return readyReplicas < spec.replicas
      ? [`deployment ${metadata.name}: ${readyReplicas} of ${spec.replicas} pods are ready`]
      : [];
  });
  const labels = pods.map(({ metadata }) => metadata.labels ?? {});
  const services = list("services").flatMap(({ metadata, spec: { selector } }) =>
    !selector ||
    labels.some((one) => Object.entries(selector).every(([key, value]) => one[key] === value))
      ? []
      : [`service ${metadata.name} selects no pod: ${JSON.stringify(selector)}`],
  );
  return [...volumes, ...ofPods, ...deployments, ...services];
}

try {
  if (!values.context || !values.namespace) throw new Error("give --context and --namespace");
  const problems = findProblems();
  console.log(
    problems.length === 0 ? "Nothing is wrong." : problems.map((line) => `✗ ${line}`).join("\n"),
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
