import type { Kubectl } from "../stack/kubectl.ts";
import { lastLine } from "../stack/programs.ts";
import type { Deployment } from "./objects.ts";

/**
 * Writes what was done to the events of the namespace, where `kubectl get events` shows it to everybody.
 *
 * @param reason one word, such as Backup
 * @returns a sentence when it could not be written; the act itself is done
 */
export async function recordEvent(
  kubectl: Kubectl,
  namespace: string,
  deployment: Deployment,
  { reason, message, failed }: { reason: string; message: string; failed?: boolean },
): Promise<string | null> {
  const now = new Date().toISOString().replace(/\.\d+/, "");
  const { name, uid } = deployment.metadata;
  const event = {
    apiVersion: "v1",
    kind: "Event",
    metadata: { generateName: `${name}-operate-`, namespace },
    involvedObject: { apiVersion: "apps/v1", kind: "Deployment", name, namespace, uid },
    reason,
    message: message.slice(0, 1_000),
    type: failed ? "Warning" : "Normal",
    source: { component: "karlo-operate" },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  };
  const { ok, error } = await kubectl.try(["create", "-f", "-"], { input: JSON.stringify(event) });
  return ok ? null : `The event could not be written: ${lastLine(error)}`;
}
