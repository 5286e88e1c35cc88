// The agents of kagent, as a cluster takes them that has kagent's kinds: a server-side dry run. The kinds
// are of the release that values.yaml names, in a folder that `KARLO_TEST_KAGENT_CRDS` names.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLUSTER, findHelm, helm } from "../charts/helm";
import { Cluster } from "./cluster";
import { run } from "./commands";
import { findCluster } from "./environment";

const { context, missing } = findCluster();
const kinds = process.env.KARLO_TEST_KAGENT_CRDS ?? "";
const namespace = `karlo-agents-${randomBytes(3).toString("hex")}`;
const cluster = new Cluster(context);
const program = findHelm();

describe.skipIf(missing !== null || !existsSync(kinds) || !program)(`agents on ${context}`, () => {
  const set = "agents.enabled=true,agents.tasksSecret=token";
  const { output: manifests } = helm(
    program ?? "",
    ...["template", "karlo", "karlo", "-n", namespace, ...CLUSTER, "--no-hooks", "--set", set],
  );
  /** Asks the API server, which knows every field and rule, without storing anything. */
  const ask = (input: string) =>
    run(
      "kubectl",
      ["--context", context, "apply", "--dry-run=server", "--validate=strict", "-f", "-"],
      { input },
    );
  let installed = false;

  beforeAll(async () => {
    installed = await cluster.exists("crd", "agents.kagent.dev");
    if (!installed) {
      await cluster.kubectl("apply", "--server-side", "-f", kinds);
      await cluster.kubectl("wait", "--for=condition=Established", "-f", kinds, "--timeout=60s");
    }
    await cluster.kubectl("create", "namespace", namespace);
    const restricted = ["enforce", "warn"].map(
      (mode) => `pod-security.kubernetes.io/${mode}=restricted`,
    );
    await cluster.kubectl("label", "namespace", namespace, ...restricted);
  });
  afterAll(async () => {
    await cluster.kubectl("delete", "namespace", namespace, "--wait=false");
    if (!installed) await cluster.kubectl("delete", "-f", kinds);
  });

  it("are accepted, without a warning", async () => {
    const { code, output } = await ask(manifests);
    expect(output).not.toMatch(/warning/i);
    for (const agent of ["karlo-agent-operator", "karlo-agent-tasks"])
      expect(output).toContain(`agent.kagent.dev/${agent} created (server dry run)`);
    expect(code, output).toBe(0);
  });

  it("are held to the rules of the kinds: what asks first is what may be called", async () => {
    const { code, output } = await ask(manifests.replace("            - k8s_scale\n", ""));
    expect(code).not.toBe(0);
    expect(output).toContain("each RequireApproval entry must also appear in ToolNames");
  });
});
