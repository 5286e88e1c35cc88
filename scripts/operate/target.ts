import { Refusal } from "../stack/command-errors.ts";
import { Kubectl } from "../stack/kubectl.ts";
import { Stack } from "../stack/stack.ts";

/** The deployment that is operated. */
export interface Target {
  /** For sentences: `stack dev`, or `release karlo in namespace karlo`. */
  title: string;
  namespace: string;
  /** The release, Deployment and Service of the app. */
  app: string;
  /** kubectl as the ServiceAccount `APP-operator`, whose Role is in the chart. */
  kubectl: Kubectl;
  /** The stack of Pulumi; null for a release that is installed by helm alone. */
  stack: Stack | null;
}

/** What names a deployment: a stack, or a context and a namespace. */
export type TargetArgs =
  | { stack: string }
  | { context: string | undefined; namespace: string; app: string };

/**
 * Finds the deployment.
 *
 * @throws Refusal when it is not there, or when its chart has no ServiceAccount for operators
 */
export async function findTarget(args: TargetArgs): Promise<Target> {
  const stack = "stack" in args ? new Stack(args.stack) : null;
  const { context, namespace, app } =
    "stack" in args ? await new Stack(args.stack).outputs() : args;
  const account = `${app}-operator`;
  const own = new Kubectl(context, namespace);
  await own.checkReachable();
  if (!(await own.get("serviceaccount", account)))
    throw new Refusal(
      `There is no ServiceAccount ${account} in namespace ${namespace}: set karlo:operator.enabled (the chart's operator.enabled), and deploy.`,
    );
  return {
    title: stack ? `stack ${stack.name}` : `release ${app} in namespace ${namespace}`,
    namespace,
    app,
    kubectl: new Kubectl(context, namespace, `system:serviceaccount:${namespace}:${account}`),
    stack,
  };
}
