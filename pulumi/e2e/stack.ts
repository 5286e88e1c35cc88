/** A change to a stack's configuration: keys without `karlo:`; null removes one. */
export type ConfigChange = Record<string, unknown>;

/** A failed deployment, with the whole output. */
export class DeploymentError extends Error {
  constructor(readonly output: string) {
    super(`the deployment failed:\n${output.split("\n").slice(-40).join("\n")}`);
  }
}

/** A stack of the program, however it is deployed. */
export interface Stack {
  readonly deployedBy: "pulumi" | "helm";
  readonly name: "dev" | "prod";
  readonly namespace: string;
  /** The copy of the sources that it is deployed from, which a test may change. */
  readonly sources: string;
  /**
   * Deploys the sources with the changed configuration, and waits until the pods are ready.
   *
   * @returns the deployed image
   * @throws DeploymentError
   */
  up(change?: ConfigChange): Promise<string>;
  /** Whether a deployment would change nothing; null when it cannot be determined. */
  unchanged(): Promise<boolean | null>;
  /** The stack's state and history, as text. */
  state(): Promise<string>;
  /** Sets a secret; the next `up` deploys it. */
  setSecret(name: string, value: string): Promise<void>;
  /** A secret in clear text. */
  secret(name: string): Promise<string>;
  /** The secrets in clear text. */
  secrets(): Promise<string[]>;
  /** Runs a shell command as an operator would, in the sources; returns its output. */
  shell(line: string): Promise<string>;
  destroy(): Promise<void>;
}
