import { z } from "zod";
import { Failure, Refusal } from "../stack/command-errors.ts";
import { withDumps } from "../stack/dump-files.ts";
import { lastLine } from "../stack/programs.ts";
import { awaitJob, createJob, jobName } from "../stack/run-job.ts";
import { type Deployment, imageOf, type Objects } from "./objects.ts";
import type { Target } from "./target.ts";

/** What an act is planned and done on. */
interface Situation {
  target: Target;
  objects: Objects;
  deployment: Deployment;
}

/** An act on a stack: what it would do, and doing it. */
export interface Act<Input extends z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  /** Whether data or a version is replaced by another. */
  destructive: boolean;
  input: Input;
  /** Sentences that say what would change. @throws Refusal when it cannot be done */
  plan(situation: Situation, input: z.output<z.ZodObject<Input>>): Promise<string[]>;
  /** Does it; returns sentences that say what was done. @throws Failure */
  run(situation: Situation, input: z.output<z.ZodObject<Input>>): Promise<string[]>;
}

const defineAct = <Input extends z.ZodRawShape>(act: Act<Input>) => act;

/** How long a rollout may take until it counts as failed, in seconds. */
const ROLLOUT_SECONDS = 300;

const backup = defineAct({
  name: "backup",
  title: "Back up the database",
  description:
    "Dumps the database to the stack's volume of dumps, verified by a restore into a scratch server.",
  destructive: false,
  input: {},
  async plan({ target: { app, kubectl } }) {
    await requireBackups(kubectl, app);
    return [
      "A Job dumps the database and restores the dump into a scratch server. People notice nothing.",
    ];
  },
  async run({ target: { app, kubectl } }) {
    const name = jobName(`${app}-backup`);
    await createJob(kubectl, `${app}-backup`, name);
    const log = await awaitJob(kubectl, name, ["backup"], () => {});
    return [/backup complete: .*/.exec(log)?.[0] ?? lastLine(log)];
  },
});

const scale = defineAct({
  name: "scale",
  title: "Change the number of pods",
  description: "Sets the number of the app's pods.",
  destructive: false,
  input: { replicas: z.int().min(1).max(20).describe("The number of pods.") },
  async plan({ target, objects, deployment }, { replicas }) {
    const [autoscaler] = objects.autoscalers;
    if (autoscaler)
      throw new Refusal(
        `The autoscaler decides (${autoscaler.spec.minReplicas} to ${autoscaler.spec.maxReplicas} pods): change karlo:autoscaling.`,
      );
    if (replicas === deployment.spec.replicas)
      throw new Refusal(`It has ${replicas} pods already.`);
    return [
      `${deployment.spec.replicas} → ${replicas} pods, one after another.`,
      lasting(target, "karlo:replicas"),
    ];
  },
  async run({ target, deployment }, { replicas }) {
    const { stack, kubectl, app } = target;
    if (stack) {
      await stack.run(["config", "set", "--path", "karlo:replicas", String(replicas)]);
      await stack.run(["up", "--yes", "--skip-preview"]);
    } else {
      await kubectl.do(["scale", `deployment/${app}`, `--replicas=${replicas}`]);
      await awaitRollout(target);
    }
    return [`${deployment.spec.replicas} → ${replicas} pods.`];
  },
});

const rollback = defineAct({
  name: "rollback",
  title: "Go back to the previous version",
  description: "Deploys the image that served before the present one.",
  destructive: true,
  input: {},
  async plan({ target, objects, deployment }) {
    const previous = previousImage(objects, deployment);
    return [
      `${imageOf(deployment)} → ${previous}, pod by pod. The database keeps its schema, which the version before tolerates.`,
      lasting(target, "karlo:image.tag"),
    ];
  },
  async run({ target, objects, deployment }) {
    const { stack, kubectl, app } = target;
    const previous = previousImage(objects, deployment);
    if (stack) {
      const tag = previous.split(":").at(-1) ?? "";
      await stack.run(["config", "set", "--path", "karlo:image.tag", tag]);
      await stack.run(["up", "--yes", "--skip-preview"]);
    } else {
      const revision = previousRevision(objects, deployment)?.metadata.annotations?.[REVISION];
      await kubectl.do(["rollout", "undo", `deployment/${app}`, `--to-revision=${revision}`]);
      await awaitRollout(target);
    }
    return [`${imageOf(deployment)} → ${previous}.`];
  },
});

const restart = defineAct({
  name: "restart",
  title: "Start the pods anew",
  description:
    "Replaces the app's pods one after another, as after a changed Secret. No request is lost.",
  destructive: false,
  input: {},
  async plan({ deployment }) {
    return [
      `${deployment.spec.replicas} pods are replaced one after another by pods of the same image.`,
    ];
  },
  async run({ target }) {
    await target.kubectl.do(["rollout", "restart", `deployment/${target.app}`]);
    await awaitRollout(target);
    return ["The pods were replaced."];
  },
});

const restore = defineAct({
  name: "restore",
  title: "Restore a backup",
  description:
    "Replaces all data by that of a dump on the stack's volume. What was written since the dump is lost.",
  destructive: true,
  input: {
    dump: z
      .string()
      .regex(/^[\w-]+\.dump$/)
      .optional()
      .describe(
        "Name of the dump, such as karlo-20261121T021700Z.dump; without it, the dumps are listed.",
      ),
  },
  async plan({ target }, { dump }) {
    await requireBackups(target.kubectl, target.app);
    const dumps = await withDumps(target.kubectl, target.app, (pod) =>
      target.kubectl.do(["exec", pod, "--", "sh", "-c", "cd /backup && ls -1 -- *.dump"]),
    ).then((list) => list.trim().split("\n"));
    if (!dump || !dumps.includes(dump))
      throw new Refusal(`It takes the name of a dump: ${dumps.join(", ")}.`);
    return [
      `All data of ${target.title} is replaced by that of ${dump}; what was written since is lost. \`backup\` first keeps it.`,
    ];
  },
  async run({ target }, { dump }) {
    const { kubectl, app } = target;
    await withDumps(kubectl, app, (pod) =>
      kubectl.do(["exec", pod, "--", "cp", `/backup/${dump}`, "/backup/restore.dump"]),
    );
    const name = jobName(`${app}-restore`);
    await createJob(kubectl, `${app}-restore`, name);
    await awaitJob(kubectl, name, ["restore", "migrate"], () => {});
    return [`The data is that of ${dump}.`];
  },
});

/** Every act, in the order in which they are listed. */
export const acts = [backup, scale, restart, rollback, restore] as const;

const REVISION = "deployment.kubernetes.io/revision";

/** The newest revision of the Deployment with another image than the present one. */
function previousRevision({ replicaSets }: Objects, deployment: Deployment) {
  const revision = (set: Objects["replicaSets"][number]) =>
    Number(set.metadata.annotations?.[REVISION] ?? 0);
  return replicaSets
    .filter((set) => set.metadata.name.startsWith(`${deployment.metadata.name}-`))
    .sort((a, b) => revision(b) - revision(a))
    .find((set) => imageOf(set) !== imageOf(deployment));
}

function previousImage(objects: Objects, deployment: Deployment): string {
  const previous = previousRevision(objects, deployment);
  if (!previous) throw new Refusal("No other image served before: there is nothing to go back to.");
  return imageOf(previous);
}

async function requireBackups(kubectl: Target["kubectl"], app: string): Promise<void> {
  if (!(await kubectl.get("cronjob", `${app}-backup`)))
    throw new Refusal(
      "This stack has no backups: set karlo:backup.keep (the chart's backup.enabled).",
    );
}

async function awaitRollout({ kubectl, app }: Target): Promise<void> {
  const limit = `--timeout=${ROLLOUT_SECONDS}s`;
  const { ok, output, error } = await kubectl.try([
    "rollout",
    "status",
    `deployment/${app}`,
    limit,
  ]);
  if (!ok)
    throw new Failure(
      `the pods did not become ready: ${lastLine(error) || lastLine(output)}; \`explain\` says why`,
    );
}

/** Whether what an act sets outlasts the next deployment. */
const lasting = ({ stack }: Target, key: string) =>
  stack
    ? `It is set as ${key} of the stack, by \`pulumi up\`, and stays.`
    : "It is set in the cluster; the next `helm upgrade` sets it by its values again.";
