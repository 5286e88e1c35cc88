import { execFile } from "node:child_process";
import * as pulumi from "@pulumi/pulumi";

const EVERY_MS = 2_000;
const LINES = 15;

interface Pod {
  metadata: { name: string };
  status: {
    phase: string;
    conditions?: { type: string; status: string; reason?: string; message?: string }[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

interface ContainerStatus {
  restartCount: number;
  state: State;
  lastState: State;
}

interface State {
  waiting?: { reason?: string; message?: string };
  terminated?: { reason?: string; exitCode: number };
}

/**
 * Hooks that say why a release failed: the pods that never became ready, what the cluster says of
 * them, and their last log lines. Helm takes these pods away when it puts the earlier release back,
 * so they are watched while it works. Without kubectl on this machine nothing is said.
 *
 * @param release the name of the release; its pods carry it as `app.kubernetes.io/instance`
 * @param context of the kubeconfig; the current one when absent
 */
export function explainedFailure(release: string, context?: string): pulumi.ResourceHookBinding {
  const watch = new PodWatch(release, context);
  const begin = ({ newInputs }: pulumi.ResourceHookArgs) =>
    watch.begin(String(newInputs?.namespace ?? "default"));
  const end = () => watch.end();
  return {
    beforeCreate: [begin],
    beforeUpdate: [begin],
    afterCreate: [end],
    afterUpdate: [end],
    onError: [
      new pulumi.ErrorHook(`why-${release}-failed`, async () => {
        watch.end();
        for (const text of watch.explanations()) await pulumi.log.error(text);
        return false;
      }),
    ],
  };
}

/** Remembers of each pod that is not ready what there is to say about it. */
class PodWatch {
  private readonly unready = new Map<string, string>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly release: string,
    private readonly context?: string,
  ) {}

  begin(namespace: string): void {
    this.end();
    this.unready.clear();
    let looking = false;
    this.timer = setInterval(async () => {
      if (looking) return;
      looking = true;
      // A look that fails must not fail the deployment: there is another one soon.
      await this.look(namespace).catch(() => {});
      looking = false;
    }, EVERY_MS).unref();
  }

  end(): void {
    clearInterval(this.timer);
  }

  explanations(): string[] {
    return [...this.unready].map(([pod, text]) => `${pod} ${text}`);
  }

  private async look(namespace: string): Promise<void> {
    const selector = `app.kubernetes.io/instance=${this.release}`;
    const list = await this.kubectl("-n", namespace, "get", "pods", "-l", selector, "-o", "json");
    for (const pod of (JSON.parse(list) as { items: Pod[] }).items) {
      const { name } = pod.metadata;
      const trouble = troubleOf(pod);
      if (trouble === null) {
        this.unready.delete(name);
        continue;
      }
      const lines = await this.lastLines(namespace, pod).catch(() => "");
      this.unready.set(name, [trouble, lines].filter(Boolean).join("; its last lines:\n"));
    }
  }

  private async lastLines(namespace: string, pod: Pod): Promise<string> {
    const logs = ["-n", namespace, "logs", pod.metadata.name, `--tail=${LINES}`];
    const now = await this.kubectl(...logs).catch(() => "");
    const restarted = pod.status.containerStatuses?.some(({ restartCount }) => restartCount > 0);
    if (now.trim() !== "" || !restarted) return now.trimEnd();
    return (await this.kubectl(...logs, "--previous")).trimEnd();
  }

  private kubectl(...args: string[]): Promise<string> {
    const named = this.context ? ["--context", this.context, ...args] : args;
    return new Promise((resolve, reject) =>
      execFile("kubectl", named, { timeout: 10_000 }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      ),
    );
  }
}

/** What keeps a pod from being ready, in the cluster's words; null when nothing does. */
function troubleOf({ status }: Pod): string | null {
  if (status.phase === "Succeeded") return null;
  const conditions = status.conditions ?? [];
  if (conditions.some(({ type, status }) => type === "Ready" && status === "True")) return null;
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  const said = containers.flatMap(({ state, lastState }) => {
    const ended = state.terminated ?? lastState.terminated;
    return [
      ...(state.waiting
        ? [[state.waiting.reason, state.waiting.message].filter(Boolean).join(": ")]
        : []),
      ...(ended && ended.exitCode !== 0 ? [`exit code ${ended.exitCode} (${ended.reason})`] : []),
    ];
  });
  const unscheduled = conditions.find(
    ({ type, status }) => type === "PodScheduled" && status === "False",
  );
  const why = [...said, unscheduled?.message].filter(Boolean).join(", ");
  return `did not become ready${why ? `: ${why}` : ""}`;
}
