import { parseAllDocuments } from "yaml";
import { findTool, type Ran, run } from "./tool";

/** A helm to test the charts with; undefined, with the reason on the console, when there is none. */
export const findHelm = () => findTool("helm", "helm.sh/helm/v3/cmd/helm@v3.21.4");

/** Runs helm in the folder of the charts. */
export function helm(program: string, ...args: string[]): Ran {
  return run(program, args);
}

/** An object of a chart. */
export interface Manifest {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: as many shapes as there are kinds
  spec: any;
  data?: Record<string, string>;
}

/** Any that the charts take: a helm that Go built believes in one of long ago. */
export const CLUSTER = ["--kube-version", "1.35.0"];

/** What a chart makes of values, as YAML. */
export function render(program: string, chart: string, ...args: string[]): string {
  const target = [chart, chart, "-n", "karlo", ...CLUSTER];
  const { ok, output, error } = helm(program, "template", ...target, ...args);
  if (!ok) throw new Error(error);
  return output;
}

/** The same, as objects. */
export function template(program: string, chart: string, ...args: string[]): Manifest[] {
  return parseAllDocuments(render(program, chart, ...args))
    .map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as Manifest | null;
    })
    .filter((manifest) => manifest !== null);
}
