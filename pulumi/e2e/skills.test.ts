// The skills of `skills`, from an empty folder, on a small app that is not Karlo: its image is built and
// tried, its chart installed, a release that cannot work found, and the one before put back.
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cluster } from "./cluster";
import { run, runOrThrow } from "./commands";
import { findCluster } from "./environment";

const { context, delivery, missing } = findCluster();
const skills = resolve(__dirname, "../../skills");
const cluster = new Cluster(context);
const id = randomBytes(3).toString("hex");
const namespace = `skills-${id}`;
const image = "greeter:1.0.0";

describe.skipIf(missing !== null)(`the skills on ${context}`, { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "skills-"));

  /** Runs a script of a skill in the folder of the app. */
  const script = (skill: string, name: string, ...args: string[]) =>
    run(process.execPath, [join(skills, skill, "scripts", name), ...args], { cwd: folder });
  async function works(skill: string, name: string, ...args: string[]): Promise<string> {
    const { code, output } = await script(skill, name, ...args);
    expect(output).not.toContain("not checked");
    expect(code, output).toBe(0);
    return output;
  }
  const target = ["--context", context, "--namespace", namespace];
  const helm = (...args: string[]) =>
    runOrThrow("helm", ["--kube-context", context, "--namespace", namespace, ...args], {
      cwd: folder,
    });
  const diagnose = () => script("kubernetes-operations", "diagnose.mjs", ...target);
  const explained = (reason: RegExp) =>
    expect
      .poll(async () => (await diagnose()).output, { timeout: 120_000, interval: 1_000 })
      .toMatch(reason);

  beforeAll(async () => {
    cpSync(join(skills, "testing/greeter"), folder, { recursive: true });
    await cluster.kubectl("create", "namespace", namespace);
    const restricted = "pod-security.kubernetes.io/enforce=restricted";
    await cluster.kubectl("label", "namespace", namespace, restricted);
  });
  afterAll(async () => {
    await cluster.kubectl("delete", "namespace", namespace, "--wait=false");
    rmSync(folder, { recursive: true });
  });

  it("builds an image that runs without rights, and loads it", async () => {
    await works("container-image", "make-image.mjs", "app.json");
    const output = await works("container-image", "check-image.mjs", "app.json", image);
    expect(output).toContain("✓ it answers with a read-only root and no capability");
    const command =
      "command" in delivery
        ? String(delivery.command)
        : `minikube -p ${context} image load {image}`;
    await runOrThrow("sh", ["-c", command.replaceAll("{image}", image)]);
  });

  it("writes manifests that the cluster accepts", async () => {
    const args = ["app.json", "k8s", ...target];
    expect(await works("kubernetes-manifests", "make-manifests.mjs", ...args)).toContain(
      "deployment.apps/greeter created (server dry run)",
    );
  });

  it("writes a chart that installs as dev, and answers", async () => {
    await works("helm-chart", "make-chart.mjs", "app.json", "chart");
    await works("multi-environment", "make-environments.mjs", "app.json", "chart");
    const values = ["-f", "chart/values-dev.yaml"];
    await helm("upgrade", "--install", "shop", "chart", ...values, "--atomic", "--timeout", "3m");
    expect(await helm("test", "shop")).toMatch(/Phase: +Succeeded/);
    expect(await diagnose()).toMatchObject({ code: 0, output: "Nothing is wrong.\n" });
  });

  it.each([
    ["an image that does not exist", "image.tag=9.9.9", /the image greeter:9\.9\.9 cannot be had/],
    ["a setting that it cannot start with", "environment.GREETING=", /GREETING is not set/],
  ])("finds %s, and goes back to what worked", async (_, set, reason) => {
    await helm("upgrade", "shop", "chart", "-f", "chart/values-dev.yaml", "--set", set);
    await explained(reason);
    const back = [...target, "--release", "shop"];
    expect(await works("rollback", "rollback.mjs", ...back)).toContain("nothing was changed");
    await explained(reason);
    expect(await works("rollback", "rollback.mjs", ...back, "--yes")).toContain("✓ back at");
    await explained(/^Nothing is wrong\.$/m);
  });

  it("goes back without helm", async () => {
    await cluster.kubectl("-n", namespace, "set", "image", "deployment/shop", "greeter=greeter:no");
    await explained(/the image greeter:no cannot be had/);
    const back = [...target, "--deployment", "shop", "--yes"];
    expect(await works("rollback", "rollback.mjs", ...back)).toContain(`: ${image}`);
    await explained(/^Nothing is wrong\.$/m);
  });
});
