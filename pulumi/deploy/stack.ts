/** A change to a stack's configuration: keys without `karlo:`, null to take one out. */
export type Change = Record<string, unknown>;

/** A deployment that failed, with all that was said about it. */
export class DeploymentError extends Error {
  constructor(readonly output: string) {
    super(`the deployment failed:\n${output.split("\n").slice(-40).join("\n")}`);
  }
}

/** One stack of the program, however it is brought to the cluster. */
export interface Stack {
  /** What deploys it. */
  readonly by: "pulumi" | "helm";
  readonly name: "dev" | "prod";
  readonly namespace: string;
  /** The copy of the sources that it is deployed from, to be changed by a test. */
  readonly sources: string;
  /**
   * Brings the cluster to what sources and configuration say, and waits until it is ready.
   *
   * @returns the image that runs now
   * @throws DeploymentError
   */
  up(change?: Change): Promise<string>;
  /** Whether nothing would change now. Null where nobody can tell. */
  unchanged(): Promise<boolean | null>;
  /** Everything the stack's state and history hold, as text. */
  state(): Promise<string>;
  /** The secrets in clear, to look for where they should not be. */
  secrets(): Promise<string[]>;
  /** Runs a line as an operator would, in the sources and with the stack at hand; its output. */
  shell(line: string): Promise<string>;
  destroy(): Promise<void>;
}
