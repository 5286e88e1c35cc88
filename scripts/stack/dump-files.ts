import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./command-errors.ts";
import type { Kubectl } from "./kubectl.ts";
import { lastLine } from "./programs.ts";
import { createJob, jobName } from "./run-job.ts";

/** Runs `job` while a pod has the volume of dumps at /backup; `pod` is its name for kubectl exec. */
export async function withDumps<T>(
  kubectl: Kubectl,
  app: string,
  job: (pod: string) => Promise<T>,
): Promise<T> {
  const name = jobName(`${app}-files`);
  await createJob(kubectl, `${app}-files`, name);
  try {
    const pod = `batch.kubernetes.io/job-name=${name}`;
    for (let attempt = 0; ; attempt += 1) {
      const waiting = ["wait", "--for=condition=Ready", "pod", "-l", pod, "--timeout=120s"];
      const { ok, error } = await kubectl.try(waiting);
      if (ok) break;
      // The pod of a new Job does not exist yet.
      if (attempt >= 20 || !/no matching resources/.test(error))
        throw new Failure(`The pod that holds the dumps did not start: ${lastLine(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return await job(`job/${name}`);
  } finally {
    await kubectl.try(["delete", "job", name, "--wait=false"]);
  }
}

/**
 * Copies a dump to this machine.
 *
 * @param sha256 the expected checksum
 * @throws Failure when the checksum differs; no file is left
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
  const onOutput = (chunk: Buffer) => {
    hash.update(chunk);
    file.write(chunk);
  };
  const { ok, error } = await kubectl.try(["exec", pod, "--", "cat", `/backup/${name}`], {
    onOutput,
  });
  await new Promise<void>((resolve, reject) => file.on("error", reject).end(resolve));
  if (ok && hash.digest("hex") === sha256) return rename(part, to);
  await rm(part);
  throw new Failure(`${name} did not arrive whole${error ? `: ${lastLine(error)}` : ""}`);
}

/**
 * Copies a file of this machine to where the restore job reads it.
 *
 * @throws Failure when the checksums differ
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
