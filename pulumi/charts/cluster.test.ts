import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findHelm } from "./helm";
import { INSTALLATIONS, renderInstallation } from "./installations";
import { findSchemas } from "./kubernetes-schemas";
import { findTool, run } from "./tool";

const program = findHelm();
const scorer = findTool("kube-score", "github.com/zegl/kube-score/cmd/kube-score@v1.20.0");
const validator = findTool(
  "kubeconform",
  "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0",
  "-v",
);
const schemas = validator && findSchemas();

const rendered = (...installation: (typeof INSTALLATIONS)[number]) =>
  renderInstallation(program ?? "", ...installation);

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

describe.skipIf(!program || !validator || !schemas)("kubeconform", () => {
  const validate = (manifests: string) =>
    run(
      validator ?? "",
      ["-strict", "-summary", "-output", "json", "-schema-location", schemas ?? "", "-"],
      manifests,
    );

  it.each(INSTALLATIONS)("finds only members that Kubernetes has in %s with %s %s", (...one) => {
    const { output, error } = validate(rendered(...one));
    expect(error).toBe("");
    const { resources, summary } = JSON.parse(output);
    expect(resources ?? []).toEqual([]);
    expect(summary).toMatchObject({ invalid: 0, errors: 0, skipped: 0 });
    expect(summary.valid).toBeGreaterThan(3);
  });

  it("is strict", () => {
    const wrong = rendered("postgres", "values-dev", "").replace("replicas:", "replica:");
    expect(validate(wrong)).toMatchObject({ ok: false });
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
