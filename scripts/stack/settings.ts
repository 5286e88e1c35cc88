import type { Stack } from "./stack.ts";

/** The part of a stack's configuration that the commands read. The Pulumi program validates all of it. */
export interface Settings {
  context?: string;
  namespace: string;
  replicas: number;
  delivery: string;
  /** The tag of an existing image that the stack is pinned to. */
  imageTag?: string;
  database: { mode: string; instances: number; memory: string; keep: boolean };
  /** The memory request of a pod of the app. */
  memory: string;
}

/** Reads the settings, with the defaults of the Pulumi program. */
export async function readSettings(stack: Stack): Promise<Settings> {
  const config = await stack.config();
  const text = (key: string) => config[`karlo:${key}`]?.value;
  const object = (key: string) => parse(text(key));
  const { image, database, autoscaling, resources } = {
    image: object("image"),
    database: object("database"),
    autoscaling: object("autoscaling"),
    resources: object("resources"),
  };
  const context = text("context");
  return {
    ...(context && { context }),
    namespace: text("namespace") ?? "karlo",
    replicas: Number(text("replicas") ?? autoscaling.minReplicas ?? (text("autoscaling") ? 2 : 1)),
    delivery: image.delivery ?? "minikube",
    imageTag: image.tag,
    database: {
      mode: database.mode ?? "statefulset",
      instances: Number(database.instances ?? 2),
      memory: database.resources?.requests?.memory ?? "256Mi",
      keep: String(database.keep) === "true",
    },
    memory: resources.requests?.memory ?? "256Mi",
  };
}

/** Which programs a deployment with these settings needs. */
export const requirementsOf = ({ delivery, imageTag }: Settings) => ({
  build: delivery !== "none" && !imageTag,
  minikube: delivery === "minikube",
});

// biome-ignore lint/suspicious/noExplicitAny: its shape is validated by the Pulumi program
function parse(value: string | undefined): any {
  try {
    return JSON.parse(value ?? "{}") ?? {};
  } catch {
    return {};
  }
}
