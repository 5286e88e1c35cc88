import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Failure, Refusal } from "./command-errors.ts";
import { lastLine, type Result, root, run } from "./programs.ts";

/** The outputs of a deployed stack. */
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

/** A Pulumi stack: its files, configuration and outputs, and Pulumi run on it. */
export class Stack {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Its settings file. */
  get file(): string {
    return path.join(root, `Pulumi.${this.name.split("/").at(-1)}.yaml`);
  }

  /** Where `npm run up` stores a passphrase that it generated. */
  get passphraseFile(): string {
    return path.join(root, ".karlo", "deploy", `${this.name.replaceAll("/", ".")}.passphrase`);
  }

  /** Runs pulumi on this stack without a terminal; a failure is part of the result. */
  async tryRun(args: string[], input?: string): Promise<Result> {
    const options = { env: this.environment(), ...(input !== undefined && { input }) };
    return run("pulumi", [...args, "--stack", this.name, "--non-interactive"], options);
  }

  /**
   * Runs pulumi on this stack without a terminal and returns its output.
   *
   * @throws Refusal or Failure with what went wrong
   */
  async run(args: string[], input?: string): Promise<string> {
    const result = await this.tryRun(args, input);
    if (!result.ok) throw this.toError(args, result.error);
    return result.output;
  }

  /** Runs pulumi on this stack on the terminal; returns whether it succeeded. */
  async runInteractively(args: string[]): Promise<boolean> {
    const all = [...args, "--stack", this.name];
    return (await run("pulumi", all, { interactive: true, env: this.environment() })).ok;
  }

  /** Every key that is set; secrets without their values. */
  async config(): Promise<Record<string, { value?: string; secret?: boolean }>> {
    return JSON.parse(await this.run(["config", "--json"]));
  }

  /**
   * The outputs of the last `pulumi up`.
   *
   * @throws Refusal when the stack is not deployed
   */
  async outputs(): Promise<Outputs> {
    const outputs = JSON.parse(await this.run(["stack", "output", "--json"]));
    if (!outputs.app)
      throw new Refusal(`Stack ${this.name} is not up: npm run up ${this.name} first.`);
    return outputs;
  }

  private environment(): Record<string, string> {
    const { PULUMI_CONFIG_PASSPHRASE, PULUMI_CONFIG_PASSPHRASE_FILE } = process.env;
    const isSet = PULUMI_CONFIG_PASSPHRASE !== undefined || PULUMI_CONFIG_PASSPHRASE_FILE;
    return {
      PULUMI_SKIP_UPDATE_CHECK: "true",
      ...(!isSet && existsSync(this.passphraseFile)
        ? { PULUMI_CONFIG_PASSPHRASE_FILE: this.passphraseFile }
        : {}),
    };
  }

  /** Whether its file has secrets that are encrypted with a passphrase. */
  hasSalt(): boolean {
    return existsSync(this.file) && /^encryptionsalt:/m.test(readFileSync(this.file, "utf8"));
  }

  private toError(args: string[], error: string): Error {
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
