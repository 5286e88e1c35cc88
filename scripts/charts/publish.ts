// `npm run charts:publish -- oci://REGISTRY/PATH [--key FILE] [--plain-http]`, on the required Node.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Failure, Refusal } from "../stack/command-errors.ts";
import { root } from "../stack/programs.ts";
import { type ChartPackage, listMaterials } from "./list-materials.ts";

const USAGE = "npm run charts:publish -- oci://REGISTRY/PATH [--key FILE] [--plain-http]";
const CHARTS = ["postgres", "karlo"];

function run(program: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: path.join(root, "pulumi/charts"),
    encoding: "utf8",
  });
  if ((error as NodeJS.ErrnoException)?.code === "ENOENT")
    throw new Refusal(`${program} is not installed`);
  if (status !== 0) throw new Failure(`${program} ${args[0]} failed: ${stderr.trim()}`);
  return stdout + stderr;
}

function readArguments(): { target: string; key?: string; http: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: "string" }, "plain-http": { type: "boolean" } },
    });
    const [target = "", ...more] = positionals;
    if (more.length === 0 && /^oci:\/\/[\w.:/-]+$/.test(target))
      return {
        target: target.replace(/\/$/, ""),
        key: values.key && path.resolve(root, values.key),
        http: values["plain-http"] ?? false,
      };
  } catch {}
  throw new Refusal(`It takes: ${USAGE}`);
}

/** Packages, pushes and signs the charts, each with its bill of materials. */
function publish(folder: string): void {
  const { target, key, http } = readArguments();
  // Before anything is pushed.
  if (key) run("cosign", ["version"]);
  for (const name of CHARTS) {
    run("helm", ["package", name, "-d", folder]);
    const file = readdirSync(folder).find((one) => new RegExp(`^${name}-\\d.*\\.tgz$`).test(one));
    if (!file) throw new Failure(`helm package made no file for ${name}`);
    const version = file.slice(name.length + 1, -".tgz".length);
    const pushed = run("helm", [
      ...["push", path.join(folder, file), target],
      ...(http ? ["--plain-http"] : []),
    ]);
    const digest = /Digest: (sha256:[0-9a-f]{64})/.exec(pushed)?.[1];
    if (!digest) throw new Failure(`helm push named no digest of ${name}`);
    const chart: ChartPackage = { name, version, digest, file: path.join(folder, file) };
    const manifests = run("helm", ["template", name, name, "--kube-version", "1.35.0"]);
    const materials = path.join(folder, `${name}-${version}.cdx.json`);
    writeFileSync(materials, listMaterials(chart, manifests));
    // By its digest: a tag may be moved between the push and the signature.
    const reference = `${target.slice("oci://".length)}/${name}@${digest}`;
    if (key) {
      const options = ["--key", key, "--tlog-upload=false", "--yes"];
      if (http) options.push("--allow-insecure-registry", "--allow-http-registry");
      run("cosign", ["sign", ...options, reference]);
      run("cosign", [
        ...["attest", ...options, "--type", "cyclonedx", "--predicate", materials],
        reference,
      ]);
    }
    console.log(`${target}/${name}:${version} ${digest}${key ? ", signed" : ""}`);
  }
}

const folder = mkdtempSync(path.join(tmpdir(), "karlo-charts-"));
try {
  publish(folder);
} catch (error) {
  if (!(error instanceof Refusal || error instanceof Failure)) throw error;
  console.error(`karlo: ${error.message}`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
} finally {
  rmSync(folder, { recursive: true });
  process.disconnect?.();
}
