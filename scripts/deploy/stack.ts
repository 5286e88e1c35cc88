import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { lastLine, type Result, root, run } from "./programs.ts";
import { Failure, Refusal } from "./refusal.ts";

/** What the program says of a stack that is up. */
export interface Outputs {
  url: string;
  /** The kubeconfig's context; the current one when absent. */
  context?: string;
  namespace: string;
  image: string;
  /** The release, Deployment and Service of the app. */
  app: string;
  access: string;
}

/** A stack of Pulumi's: its configuration, what it gave out, and how to run Pulumi on it. */
export class Stack {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Its committed or local settings. */
  get file(): string {
    return path.join(root, `Pulumi.${this.name.split("/").at(-1)}.yaml`);
  }

  /** Where `npm run up` keeps a passphrase that it made. */
  get passphraseFile(): string {
    return path.join(root, ".karlo", "deploy", `${this.name.replaceAll("/", ".")}.passphrase`);
  }

  /** Runs pulumi on this stack with what it prints kept back. */
  async quietly(args: string[], input?: string): Promise<Result> {
    const how = { env: this.environment(), ...(input !== undefined && { input }) };
    return run("pulumi", [...args, "--stack", this.name, "--non-interactive"], how);
  }

  /** The same, with its output as text. */
  async ask(args: string[], input?: string): Promise<string> {
    const result = await this.quietly(args, input);
    if (!result.ok) throw this.explain(args, result.error);
    return result.output;
  }

  /** Runs pulumi on this stack in front of the person, who may be asked. */
  async show(args: string[]): Promise<boolean> {
    const all = [...args, "--stack", this.name];
    return (await run("pulumi", all, { shown: true, env: this.environment() })).ok;
  }

  /** Every key that is set, secrets without their values. */
  async config(): Promise<Record<string, { value?: string; secret?: boolean }>> {
    return JSON.parse(await this.ask(["config", "--json"]));
  }

  /**
   * What the last `pulumi up` gave out.
   *
   * @throws Refusal when there was none
   */
  async outputs(): Promise<Outputs> {
    const outputs = JSON.parse(await this.ask(["stack", "output", "--json"]));
    if (!outputs.app)
      throw new Refusal(`Stack ${this.name} is not up: npm run up ${this.name} first.`);
    return outputs;
  }

  private environment(): Record<string, string> {
    const { PULUMI_CONFIG_PASSPHRASE, PULUMI_CONFIG_PASSPHRASE_FILE } = process.env;
    const given = PULUMI_CONFIG_PASSPHRASE !== undefined || PULUMI_CONFIG_PASSPHRASE_FILE;
    return {
      PULUMI_SKIP_UPDATE_CHECK: "true",
      ...(!given && existsSync(this.passphraseFile)
        ? { PULUMI_CONFIG_PASSPHRASE_FILE: this.passphraseFile }
        : {}),
    };
  }

  /** Whether its file has secrets that a passphrase encrypts. */
  hasSalt(): boolean {
    return existsSync(this.file) && /^encryptionsalt:/m.test(readFileSync(this.file, "utf8"));
  }

  private explain(args: string[], error: string): Error {
    if (/no stack named|no current deployment|not found/.test(error))
      return new Refusal(`There is no stack ${this.name}: npm run up ${this.name} makes it.`);
    if (/passphrase must be set/.test(error))
      return new Refusal(
        "The stack's passphrase is needed: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE.",
      );
    if (/incorrect passphrase/.test(error))
      return new Refusal("PULUMI_CONFIG_PASSPHRASE is not this stack's passphrase.");
    if (/login|logged|PULUMI_ACCESS_TOKEN/.test(error))
      return new Refusal(
        "Pulumi does not know where to keep its state: `pulumi login --local` for a folder of yours, `pulumi login` for its service.",
      );
    return new Failure(`pulumi ${args.slice(0, 2).join(" ")} failed: ${lastLine(error)}`);
  }
}
