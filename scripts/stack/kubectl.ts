import { Failure, Refusal } from "./command-errors.ts";
import { lastLine, type Result, run } from "./programs.ts";

type RunOptions = Parameters<typeof run>[2];

/** The fields of a Kubernetes object that the commands read. */
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

/** kubectl on one cluster, in one namespace where one is given, and as a ServiceAccount likewise. */
export class Kubectl {
  readonly #flags: string[];

  constructor(context: string | undefined, namespace?: string, as?: string) {
    this.#flags = [
      ...(context ? ["--context", context] : []),
      ...(namespace ? ["--namespace", namespace] : []),
      ...(as ? ["--as", as] : []),
    ];
  }

  /** The arguments with the context and namespace, to spawn kubectl in the background. */
  args(...args: string[]): string[] {
    return [...this.#flags, ...args];
  }

  /** Runs kubectl; a failure is part of the result. */
  try(args: string[], options?: RunOptions): Promise<Result> {
    return run("kubectl", this.args(...args), options);
  }

  /**
   * Runs kubectl and returns its output.
   *
   * @throws Failure when it fails
   */
  async do(args: string[], options?: RunOptions): Promise<string> {
    const { ok, output, error } = await this.try(args, options);
    if (!ok) throw new Failure(`kubectl ${args[0]} failed: ${lastLine(error) || lastLine(output)}`);
    return output;
  }

  /** Reads an object; undefined when it does not exist. */
  async get<T = KubeObject>(kind: string, name: string): Promise<T | undefined> {
    const { ok, output, error } = await this.try(["get", kind, name, "-o", "json"]);
    if (ok) return JSON.parse(output);
    if (/NotFound|not found/.test(error)) return undefined;
    throw new Failure(`kubectl get ${kind} ${name} failed: ${lastLine(error)}`);
  }

  /** Lists the objects of a kind, such as those with a label (`-l`). */
  async list<T = KubeObject>(kind: string, ...selection: string[]): Promise<T[]> {
    return JSON.parse(await this.do(["get", kind, ...selection, "-o", "json"])).items;
  }

  /** @throws Refusal when the cluster does not answer */
  async checkReachable(): Promise<void> {
    const { ok, error } = await this.try(["get", "--raw", "/readyz", "--request-timeout=10s"]);
    if (ok) return;
    const cluster = this.#flags[0] === "--context" ? `of context ${this.#flags[1]}` : "of kubectl";
    throw new Refusal(`The cluster ${cluster} does not answer: ${lastLine(error)}`);
  }
}
