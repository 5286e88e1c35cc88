import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeStackFile } from "../testing/stack-file";
import { run, runOrThrow } from "./commands";
import { type ConfigChange, DeploymentError, type Stack } from "./stack";

/** A stack that is deployed by the Pulumi on PATH, with its own backend and passphrase. */
export class PulumiStack implements Stack {
  readonly deployedBy = "pulumi";
  private readonly environment: Record<string, string>;

  private constructor(
    readonly name: "dev" | "prod",
    readonly namespace: string,
    readonly sources: string,
  ) {
    this.environment = {
      PULUMI_BACKEND_URL: `file://${mkdtempSync(join(tmpdir(), "karlo-state-"))}`,
      PULUMI_CONFIG_PASSPHRASE: "of a stack that a test makes and removes",
      PULUMI_SKIP_UPDATE_CHECK: "true",
    };
  }

  /** Creates the stack with its configuration and generated secrets. */
  static async create(
    name: "dev" | "prod",
    namespace: string,
    sources: string,
    config: ConfigChange,
  ): Promise<PulumiStack> {
    const stack = new PulumiStack(name, namespace, sources);
    await stack.pulumi("stack", "init", name);
    changeStackFile(sources, name, { ...config, namespace });
    await stack.shell(`npm run --silent secrets ${name}`);
    return stack;
  }

  async up(change: ConfigChange = {}): Promise<string> {
    changeStackFile(this.sources, this.name, change);
    const { code, output } = await run(
      "pulumi",
      this.args("up", "--yes", "--skip-preview"),
      this.options,
    );
    if (code !== 0) throw new DeploymentError(output);
    return (await this.pulumi("stack", "output", "image")).trim();
  }

  async unchanged(): Promise<boolean> {
    const args = this.args("preview", "--expect-no-changes");
    return (await run("pulumi", args, this.options)).code === 0;
  }

  state(): Promise<string> {
    return this.pulumi("stack", "export");
  }

  async destroy(): Promise<void> {
    await this.pulumi("destroy", "--yes", "--skip-preview");
    await this.pulumi("stack", "rm", "--yes", "--preserve-config");
  }

  async setSecret(name: string, value: string): Promise<void> {
    await this.pulumi("config", "set", "--secret", `karlo:${name}`, value);
  }

  async secret(name: string): Promise<string> {
    return (await this.pulumi("config", "get", `karlo:${name}`)).trim();
  }

  async secrets(): Promise<string[]> {
    const config = JSON.parse(await this.pulumi("config", "--show-secrets", "--json"));
    return Object.values(config as Record<string, { value: string; secret?: boolean }>)
      .filter(({ secret }) => secret)
      .map(({ value }) => value);
  }

  shell(line: string): Promise<string> {
    return runOrThrow("sh", ["-c", line], this.options);
  }

  private pulumi(...args: string[]): Promise<string> {
    return runOrThrow("pulumi", this.args(...args), this.options);
  }

  private args(...args: string[]): string[] {
    const named = args[0] === "stack" && args[1] !== "output" && args[1] !== "export";
    return [...args, ...(named ? [] : ["--stack", this.name]), "--non-interactive"];
  }

  private get options() {
    return { cwd: this.sources, env: this.environment };
  }
}
