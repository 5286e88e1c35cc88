// kubectl-ai as docs/ai-operations.md has it: each sentence becomes a command on a real cluster, with the
// rights of the operator's account. The model is scripted; the program is real, and `KARLO_TEST_KUBECTL_AI`
// names it.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLUSTER, findHelm, helm } from "../charts/helm";
import { Cluster } from "./cluster";
import { run, runOrThrow } from "./commands";
import { canRun, findCluster } from "./environment";
import { scriptedModel } from "./scripted-model";

const { context, missing } = findCluster();
const program = process.env.KARLO_TEST_KUBECTL_AI ?? "";
const namespace = `kubectl-ai-${randomBytes(3).toString("hex")}`;
const cluster = new Cluster(context);
const helmProgram = findHelm();

const COMMANDS: [says: RegExp, command: string][] = [
  [/is karlo healthy/, "kubectl get deployments,pods"],
  [/why are pods failing/, "kubectl describe pods"],
  [/last errors/, "kubectl logs deployment/karlo --tail=100"],
  [/last hour/, "kubectl get events --sort-by=.lastTimestamp"],
  [/scale karlo/, "kubectl scale deployment/karlo --replicas=2"],
  [/version before/, "kubectl rollout undo deployment/karlo"],
  [/secrets/, "kubectl get secrets"],
];
const CHANGES = /scale|undo/;
const answers = COMMANDS.map(([when, command]) => ({
  when,
  tool: "kubectl",
  arguments: { command, modifies_resource: CHANGES.test(command) ? "yes" : "no" },
}));

const skips = missing !== null || program === "" || !canRun(program) || !helmProgram;
describe.skipIf(skips)(`kubectl-ai on ${context}`, { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "kubectl-ai-"));
  const kubeconfig = join(folder, "operator.conf");
  const kubectl = (...args: string[]) => cluster.kubectl("-n", namespace, ...args);
  let model: Awaited<ReturnType<typeof scriptedModel>>;

  beforeAll(async () => {
    model = await scriptedModel(answers);
    await cluster.kubectl("create", "namespace", namespace);
    const account = ["--show-only", "templates/operator.yaml", "--set", "operator.enabled=true"];
    const { output } = helm(
      helmProgram ?? "",
      ...["template", "karlo", "karlo", "-n", namespace, ...CLUSTER, ...account],
    );
    await runOrThrow("kubectl", ["--context", context, "apply", "-f", "-"], { input: output });
    await kubectl("create", "deployment", "karlo", "--image=karlo:nowhere");
    await runOrThrow("sh", ["-ec", OPERATOR_CONF], {
      cwd: folder,
      env: { CONTEXT: context, NAMESPACE: namespace },
    });
  });
  afterAll(async () => {
    model?.close();
    await cluster.kubectl("delete", "namespace", namespace, "--wait=false");
    rmSync(folder, { recursive: true });
  });

  const ask = async (sentence: string, ...options: string[]) => {
    const { output } = await run(
      program,
      [
        ...["--kubeconfig", kubeconfig, "--llm-provider", "openai", "--model", "scripted"],
        ...["--quiet", "--show-tool-output", ...options, sentence],
      ],
      {
        cwd: folder,
        env: { OPENAI_API_KEY: "none", OPENAI_ENDPOINT: model.baseUrl, HOME: folder },
      },
    );
    return output;
  };

  it.each([
    ["is karlo healthy?", /deployment\.apps\/karlo/],
    ["why are pods failing?", /karlo:nowhere/],
    ["show me the last errors of karlo", /waiting\s+to\s+start/],
    ["what happened in the last hour?", /ScalingReplicaSet|Scheduled/],
  ])("reads without asking: %s", async (sentence, returned) => {
    await expect.poll(() => ask(sentence), { timeout: 60_000 }).toMatch(returned);
  });

  it("may not read a Secret, whatever it is asked", async () => {
    expect(await ask("show me the secrets")).toMatch(/[Ff]orbidden/);
  });

  it("changes nothing without a yes, and what was agreed to with one", async () => {
    const replicas = () => kubectl("get", "deployment", "karlo", "-o", "jsonpath={.spec.replicas}");
    // Nobody is there to be asked.
    expect(await ask("scale karlo to 2")).toContain("require approval");
    expect(await replicas()).toBe("1");
    await ask("scale karlo to 2", "--skip-permissions");
    expect(await replicas()).toBe("2");

    await kubectl("set", "image", "deployment/karlo", "karlo=karlo:worse");
    await ask("go back to the version before", "--skip-permissions");
    const image = "jsonpath={.spec.template.spec.containers[0].image}";
    expect(await kubectl("get", "deployment", "karlo", "-o", image)).toBe("karlo:nowhere");
  });
});

/** The kubeconfig of the page, for the context and the namespace of the test. */
const OPERATOR_CONF = `
TOKEN=$(kubectl --context "$CONTEXT" -n "$NAMESPACE" create token karlo-operator --duration=1h)
kubectl --context "$CONTEXT" config view --minify --raw --flatten > operator.conf && chmod 600 operator.conf
OLD=$(kubectl --kubeconfig operator.conf config get-users | tail -1)
kubectl --kubeconfig operator.conf config set-credentials operator --token="$TOKEN" >/dev/null
kubectl --kubeconfig operator.conf config set-context "$CONTEXT" --user=operator --namespace="$NAMESPACE" >/dev/null
kubectl --kubeconfig operator.conf config delete-user "$OLD" >/dev/null
`;
