import path from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answers, FakePrograms } from "../stack/testing/fake-programs.ts";
import { container, deployment, pod, revision } from "./testing/objects.ts";

const items = [
  deployment(1, 1),
  pod("karlo-a", "web", container()),
  revision(2, "karlo:src-2"),
  revision(1, "karlo:src-1"),
];
const OBJECTS = "kubectl get deployments";
const serving: Answers = {
  "kubectl get serviceaccount": { out: {} },
  [OBJECTS]: { out: { items } },
};

let programs: FakePrograms;
let client: Client;
beforeEach(() => {
  programs = new FakePrograms();
  client = new Client({ name: "test", version: "1" });
});
afterEach(async () => {
  await client.close();
  programs.remove();
});

/** Connects a client to the server as a client spawns it. */
async function connect(answers: Answers, args = ["--namespace", "karlo"]): Promise<void> {
  programs.answer(answers);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [path.resolve(import.meta.dirname, "serve.ts"), ...args],
    env: { PATH: programs.folder, PULUMI_CONFIG_PASSPHRASE: "test" },
  });
  await client.connect(transport);
}

async function call(name: string, args: Record<string, unknown> = {}) {
  const { content, isError } = await client.callTool({ name, arguments: args });
  return { text: (content as { text: string }[])[0]?.text ?? "", isError: isError === true };
}

const tokenOf = (text: string) => /token (\S+)$/.exec(text)?.[1] ?? "";
/** The calls of kubectl and pulumi that change something. */
const changes = () =>
  programs
    .calls()
    .filter(({ call }) => / (scale|rollout (undo|restart)|create|up|config set) /.test(`${call} `));

describe.skipIf(process.platform === "win32")("npm run mcp:operate", () => {
  it("reads as the ServiceAccount of the chart, and changes nothing by reading", async () => {
    await connect(serving);
    expect((await call("status")).text).toContain("pods of the app: 1 of 1 ready");
    expect((await call("explain")).text).toBe("Nothing is wrong now.");
    await call("logs", { lines: 5 });
    const asOperator = programs.calls().filter(({ call }) => /kubectl .*(get dep|logs)/.test(call));
    expect(asOperator.length).toBeGreaterThan(2);
    for (const { call } of asOperator)
      expect(call).toContain("--as system:serviceaccount:karlo:karlo-operator");
    expect(changes()).toEqual([]);
  });

  it("acts by the token of a plan, once, and writes it to the events", async () => {
    await connect(serving);
    const plan = await call("scale", { replicas: 3 });
    expect(plan.text).toMatch(/1 → 3 pods/);
    expect(changes()).toEqual([]);

    const other = await call("scale", { replicas: 4, token: tokenOf(plan.text) });
    expect(other).toMatchObject({ isError: true, text: expect.stringContaining("another plan") });
    expect(changes()).toEqual([]);

    const again = await call("scale", { replicas: 3 });
    const done = await call("scale", { replicas: 3, token: tokenOf(again.text) });
    expect(done).toEqual({ text: "1 → 3 pods.", isError: false });
    expect((await call("scale", { replicas: 3, token: tokenOf(again.text) })).isError).toBe(true);
    const [scaled, event, ...more] = changes();
    expect(scaled?.call).toContain("scale deployment/karlo --replicas=3");
    expect(JSON.parse(event?.input ?? "")).toMatchObject({
      kind: "Event",
      reason: "Scale",
      type: "Normal",
      involvedObject: { kind: "Deployment", name: "karlo" },
    });
    expect(more).toEqual([]);
  });

  it("goes back to the image before, and says why a rollout failed", async () => {
    await connect({
      ...serving,
      "kubectl rollout status": { code: 1, error: "error: timed out waiting for the condition" },
    });
    const plan = await call("rollback");
    expect(plan.text).toMatch(/karlo:src-2 → karlo:src-1/);
    const failed = await call("rollback", { token: tokenOf(plan.text) });
    expect(failed).toMatchObject({ isError: true, text: expect.stringContaining("timed out") });
    const [undone, event] = changes();
    expect(undone?.call).toContain("rollout undo deployment/karlo --to-revision=1");
    expect(JSON.parse(event?.input ?? "")).toMatchObject({ type: "Warning", reason: "Rollback" });
  });

  it("deploys a stack by Pulumi, so that the next deployment keeps what was set", async () => {
    const outputs = { app: "karlo", namespace: "karlo", context: "minikube", image: "karlo:src-2" };
    await connect(
      {
        ...serving,
        "pulumi stack output": { out: outputs },
        "pulumi preview": { out: "1 to update" },
      },
      ["prod"],
    );
    expect((await call("diff")).text).toBe("1 to update");
    const plan = await call("rollback");
    await call("rollback", { token: tokenOf(plan.text) });
    const done = changes().map(({ call }) => call);
    expect(done[0]).toContain("config set --path karlo:image.tag src-1 --stack prod");
    expect(done[1]).toContain("up --yes");
  });

  it("refuses what cannot be done, before anything is", async () => {
    const none = { code: 1, error: "Error from server (NotFound)" };
    await connect({ ...serving, "kubectl get cronjob": none });
    expect((await call("scale", { replicas: 1 })).text).toBe("It has 1 pods already.");
    expect((await call("backup")).text).toMatch(/no backups/);
    expect((await call("scale", { replicas: 0 })).isError).toBe(true);
    expect((await call("logs", { pod: "--all" })).isError).toBe(true);
    expect((await call("diff")).text).toMatch(/without a stack/);
    expect(changes()).toEqual([]);
  });
});
