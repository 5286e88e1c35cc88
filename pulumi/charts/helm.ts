import { parseAllDocuments } from "yaml";
import { findTool, type RunResult, run } from "./tool";

/** Finds helm; undefined, with the reason on the console, when it is not available. */
export const findHelm = () => findTool("helm", "helm.sh/helm/v3/cmd/helm@v3.21.4");

/** Runs helm in the folder of the charts. */
export function helm(program: string, ...args: string[]): RunResult {
  return run(program, args);
}

/** A rendered Kubernetes object. */
export interface Manifest {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: its shape depends on the kind
  spec: any;
  data?: Record<string, string>;
  /** Of a Role. */
  rules?: { resources: string[]; verbs: string[]; resourceNames?: string[] }[];
}

/** A version that the charts accept: a helm built from source assumes a very old cluster. */
export const CLUSTER = ["--kube-version", "1.35.0"];

/**
 * Renders a chart to YAML.
 *
 * @throws Error with what helm printed
 */
export function render(program: string, chart: string, ...args: string[]): string {
  const target = [chart, chart, "-n", "karlo", ...CLUSTER];
  const { ok, output, error } = helm(program, "template", ...target, ...args);
  if (!ok) throw new Error(error);
  return output;
}

/** Renders a chart to objects. */
export function template(program: string, chart: string, ...args: string[]): Manifest[] {
  return parseAllDocuments(render(program, chart, ...args))
    .map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as Manifest | null;
    })
    .filter((manifest) => manifest !== null);
}
