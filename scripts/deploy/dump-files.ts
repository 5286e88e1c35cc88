import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Kubectl } from "./kubectl.ts";
import { lastLine } from "./programs.ts";
import { Failure } from "./refusal.ts";
import { createJob, jobName } from "./run-job.ts";

/** Runs `work` beside a pod that holds the volume of dumps at /backup, named `job/NAME`. */
export async function withDumps<T>(
  kubectl: Kubectl,
  app: string,
  work: (pod: string) => Promise<T>,
): Promise<T> {
  const name = jobName(`${app}-files`);
  await createJob(kubectl, `${app}-files`, name);
  try {
    const pod = `batch.kubernetes.io/job-name=${name}`;
    for (let tries = 0; ; tries += 1) {
      const waiting = ["wait", "--for=condition=Ready", "pod", "-l", pod, "--timeout=120s"];
      const { ok, error } = await kubectl.try(waiting);
      if (ok) break;
      // The pod is not there in the first moment.
      if (tries >= 20 || !/no matching resources/.test(error))
        throw new Failure(`The pod that holds the dumps did not start: ${lastLine(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return await work(`job/${name}`);
  } finally {
    await kubectl.try(["delete", "job", name, "--wait=false"]);
  }
}

/**
 * Copies a dump to this machine.
 *
 * @param sha256 what it must be
 * @throws Failure when it did not arrive whole; nothing is left then
 */
export async function fetchDump(
  kubectl: Kubectl,
  pod: string,
  name: string,
  sha256: string,
  to: string,
): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  const part = `${to}.part`;
  const hash = createHash("sha256");
  const file = createWriteStream(part, { mode: 0o600 });
  const into = (chunk: Buffer) => {
    hash.update(chunk);
    file.write(chunk);
  };
  const { ok, error } = await kubectl.try(["exec", pod, "--", "cat", `/backup/${name}`], { into });
  await new Promise<void>((resolve, reject) => file.on("error", reject).end(resolve));
  if (ok && hash.digest("hex") === sha256) return rename(part, to);
  await rm(part);
  throw new Failure(`${name} did not arrive whole${error ? `: ${lastLine(error)}` : ""}`);
}

/**
 * Puts a file of this machine where the restore will look for it.
 *
 * @throws Failure when it did not arrive whole
 */
export async function sendDump(kubectl: Kubectl, pod: string, file: string): Promise<void> {
  const hash = createHash("sha256");
  const read = async function* () {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      yield chunk as Buffer;
    }
  };
  const store = "cat >/backup/.restore.part && sha256sum /backup/.restore.part";
  const sent = await kubectl.do(["exec", "-i", pod, "--", "/bin/bash", "-c", store], {
    input: read(),
  });
  if (sent.split(" ")[0] !== hash.digest("hex"))
    throw new Failure(`${path.basename(file)} did not arrive whole in the cluster.`);
  await kubectl.do(["exec", pod, "--", "mv", "/backup/.restore.part", "/backup/restore.dump"]);
}
