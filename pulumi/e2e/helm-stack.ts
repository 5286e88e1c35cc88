import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { resolveOutput, withPulumiMocks } from "../testing/pulumi-mocks";
import { changeStackFile, readStackFile } from "../testing/stack-file";
import type { Cluster, Manifest } from "./cluster";
import { run, runOrThrow } from "./commands";
import { type ConfigChange, DeploymentError, type Stack } from "./stack";

interface Resource {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/**
 * A stack that is deployed without Pulumi: the program runs against Pulumi's mocks, and its resources
 * are created with docker, kubectl and helm. A resource that the program no longer has is not removed
 * until `destroy`.
 */
export class HelmStack implements Stack {
  readonly deployedBy = "helm";
  private readonly generated: Record<string, string> = {
    betterAuthSecret: randomBytes(32).toString("base64url"),
    databasePassword: randomBytes(32).toString("base64url"),
  };

  constructor(
    readonly name: "dev" | "prod",
    readonly namespace: string,
    readonly sources: string,
    private readonly cluster: Cluster,
    config: ConfigChange,
  ) {
    changeStackFile(sources, name, { ...config, namespace });
  }

  async up(change: ConfigChange = {}): Promise<string> {
    changeStackFile(this.sources, this.name, change);
    const { resources, image } = await this.evaluate();
    for (const resource of resources) await this.create(resource);
    return image;
  }

  async unchanged(): Promise<null> {
    return null;
  }

  /** The releases that Helm stores; there is no other state. */
  async state(): Promise<string> {
    const ofHelm = ["-n", this.namespace, "-l", "owner=helm", "-o", "json"];
    return this.cluster.kubectl("get", "secrets", ...ofHelm);
  }

  async setSecret(name: string, value: string): Promise<void> {
    this.generated[name] = value;
  }

  async secret(name: string): Promise<string> {
    return this.generated[name] ?? "";
  }

  async secrets(): Promise<string[]> {
    return Object.values(this.generated);
  }

  shell(line: string): Promise<string> {
    return runOrThrow("sh", ["-c", line], { cwd: this.sources });
  }

  async destroy(): Promise<void> {
    await this.cluster.kubectl("delete", "namespace", this.namespace, "--wait=true");
  }

  /** Runs the program of the copied sources against mocks; returns its resources in order. */
  private async evaluate(): Promise<{ resources: Resource[]; image: string }> {
    const resources: Resource[] = [];
    const image = await withPulumiMocks(
      {
        stack: this.name,
        config: readStackFile(this.sources, this.name),
        secrets: this.generated,
        onResource: (resource) => resources.push(resource),
      },
      async () => {
        const program = (await import(join(this.sources, "pulumi/index.ts"))) as {
          image: pulumi.Output<string>;
        };
        return resolveOutput(program.image);
      },
    );
    return { resources, image };
  }

  private async create({ type, name, inputs }: Resource): Promise<void> {
    if (type === "docker:index/image:Image") {
      // Its tag is the hash of its build context.
      const image = String(inputs.imageName);
      if ((await run("docker", ["image", "inspect", image])).code === 0) return;
      const dockerfile = join(this.sources, "web/Dockerfile");
      await runOrThrow("docker", ["build", "-q", "-t", image, "-f", dockerfile, this.sources]);
    } else if (type.endsWith(":ImageDelivery")) {
      const [program = "", ...args] = inputs.command as string[];
      await runOrThrow(program, args);
    } else if (type === "kubernetes:helm.sh/v3:Release") {
      await this.install(inputs);
    } else if (type.startsWith("kubernetes:") && inputs.kind && name !== "cluster") {
      await this.apply(inputs as unknown as Manifest);
    }
  }

  private async apply(manifest: Manifest): Promise<void> {
    await this.cluster.apply(manifest);
    const { kind, metadata } = manifest;
    const { namespace = "", annotations = {} } = metadata;
    const condition = annotations["pulumi.com/waitFor"];
    if (condition)
      await this.cluster.kubectl(
        ...["wait", `${kind}/${metadata.name}`, "-n", namespace, `--for=${condition}`],
        "--timeout=600s",
      );
  }

  private async install(inputs: Record<string, unknown>): Promise<void> {
    const { name, namespace, chart, values, timeout } = inputs;
    const file = join(this.sources, `${name}.values.json`);
    writeFileSync(file, JSON.stringify(values), { mode: 0o600 });
    const args = [
      "upgrade",
      "--install",
      String(name),
      join(this.sources, "pulumi", String(chart)),
    ];
    const options = ["--kube-context", this.cluster.context, "-n", String(namespace), "-f", file];
    const waitOptions = ["--atomic", "--wait-for-jobs", "--timeout", `${timeout ?? 300}s`];
    const { code, output } = await run("helm", [...args, ...options, ...waitOptions]);
    rmSync(file);
    if (code !== 0) throw new DeploymentError(output);
  }
}
