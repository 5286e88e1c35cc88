import type { Stack } from "./stack.ts";

/** The part of a stack's configuration that the commands look at. The program checks it all. */
export interface Settings {
  context?: string;
  namespace: string;
  replicas: number;
  delivery: string;
  /** An image built before, which holds the stack where it is. */
  imageTag?: string;
  database: { mode: string; instances: number; memory: string; keep: boolean };
  /** The memory that a pod of the app asks for. */
  memory: string;
}

/** Reads them, with the program's own defaults where they are absent. */
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

/** What a deployment with these settings calls for. */
export const wants = ({ delivery, imageTag }: Settings) => ({
  build: delivery !== "none" && !imageTag,
  minikube: delivery === "minikube",
});

// biome-ignore lint/suspicious/noExplicitAny: of any shape until the program has checked it
function parse(value: string | undefined): any {
  try {
    return JSON.parse(value ?? "{}") ?? {};
  } catch {
    return {};
  }
}
