import { lastLine, type Result, run } from "./programs.ts";
import { Failure, Refusal } from "./refusal.ts";

type How = Parameters<typeof run>[2];

/** What a command needs to see of a Kubernetes object. */
export interface KubeObject {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    creationTimestamp: string;
  };
  spec?: unknown;
  status?: unknown;
}

/** kubectl on one cluster, and in one namespace where one is given. */
export class Kubectl {
  readonly #flags: string[];

  constructor(context: string | undefined, namespace?: string) {
    this.#flags = [
      ...(context ? ["--context", context] : []),
      ...(namespace ? ["--namespace", namespace] : []),
    ];
  }

  /** The arguments that lead there, for a process that goes on beside this one. */
  args(...args: string[]): string[] {
    return [...this.#flags, ...args];
  }

  /** Runs it, whatever comes of it. */
  try(args: string[], how?: How): Promise<Result> {
    return run("kubectl", this.args(...args), how);
  }

  /** Runs it; its output. */
  async do(args: string[], how?: How): Promise<string> {
    const { ok, output, error } = await this.try(args, how);
    if (!ok) throw new Failure(`kubectl ${args[0]} failed: ${lastLine(error) || lastLine(output)}`);
    return output;
  }

  /** An object, or undefined when there is none. */
  async get<T = KubeObject>(kind: string, name: string): Promise<T | undefined> {
    const { ok, output, error } = await this.try(["get", kind, name, "-o", "json"]);
    if (ok) return JSON.parse(output);
    if (/NotFound|not found/.test(error)) return undefined;
    throw new Failure(`kubectl get ${kind} ${name} failed: ${lastLine(error)}`);
  }

  /** The objects of a kind that a label selects. */
  async list<T = KubeObject>(kind: string, ...selection: string[]): Promise<T[]> {
    return JSON.parse(await this.do(["get", kind, ...selection, "-o", "json"])).items;
  }

  /** @throws Refusal when the cluster does not answer */
  async reach(): Promise<void> {
    const { ok, error } = await this.try(["get", "--raw", "/readyz", "--request-timeout=10s"]);
    if (ok) return;
    const where = this.#flags[0] === "--context" ? `of context ${this.#flags[1]}` : "of kubectl";
    throw new Refusal(`The cluster ${where} does not answer: ${lastLine(error)}`);
  }
}
