import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findHelm, render } from "./helm";
import { findTool, run } from "./tool";

const program = findHelm();
const scorer = findTool("kube-score", "github.com/zegl/kube-score/cmd/kube-score@v1.20.0");

/** The charts with the values they are installed with: chart, values file, further settings. */
const INSTALLATIONS = [
  ["karlo", "values-dev", ""],
  ["karlo", "values-prod", ""],
  ["karlo", "values-prod", "ingress.tls.selfSigned=false,ingress.tls.secretName=given"],
  ["karlo", "values-prod", "autoscaling.enabled=false,replicas=3,service.type=NodePort"],
  ["postgres", "values-dev", ""],
  ["postgres", "values-prod", ""],
] as const;

const rendered = (chart: string, values: string, set: string) =>
  render(program ?? "", chart, "-f", `${chart}/${values}.yaml`, ...(set ? ["--set", set] : []));

describe.skipIf(!program || !scorer)("kube-score", () => {
  it.each(INSTALLATIONS)("finds nothing critical in %s with %s %s", (...installation) => {
    const { output } = run(
      scorer ?? "",
      ["score", "--kubernetes-version", "v1.30", "--output-format", "ci", "-"],
      rendered(...installation),
    );
    expect(output).toMatch(/^\[OK\]/m);
    expect(output.match(/^\[CRITICAL\].*$/gm) ?? []).toEqual([]);
  });
});

// Never the current context: a cluster is used only when it is named.
const context = process.env.KARLO_TEST_CONTEXT;

describe.skipIf(!program || !context)("a cluster, of the context in KARLO_TEST_CONTEXT", () => {
  const namespace = `karlo-charts-${randomBytes(4).toString("hex")}`;
  const kubectl = (args: string[], input?: string) =>
    run("kubectl", ["--context", context ?? "", ...args], input);

  beforeAll(() => {
    expect(kubectl(["create", "namespace", namespace]).error).toBe("");
    const levels = ["enforce", "warn"].map(
      (mode) => `pod-security.kubernetes.io/${mode}=restricted`,
    );
    kubectl(["label", "namespace", namespace, ...levels]);
  });
  afterAll(() => {
    kubectl(["delete", "namespace", namespace, "--wait=false"]);
  });

  it.each(INSTALLATIONS)("accepts %s with %s %s, without a warning", (...installation) => {
    const manifests = rendered(...installation).replaceAll(
      "namespace: karlo\n",
      `namespace: ${namespace}\n`,
    );
    const args = ["apply", "--dry-run=server", "--validate=strict", "-n", namespace, "-f", "-"];
    const { ok, error } = kubectl(args, manifests);
    expect(error).toBe("");
    expect(ok).toBe(true);
  });
});
