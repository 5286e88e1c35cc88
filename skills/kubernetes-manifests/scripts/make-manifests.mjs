// Writes the manifests of an app from its specification, for `kubectl apply -k`, and checks them.
//   node make-manifests.mjs app.json FOLDER [--namespace NAME] [--context NAME]
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { manifests } from "./manifests.mjs";
import { readSpec, runScript } from "./read-spec.mjs";

await runScript((args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { namespace: { type: "string" }, context: { type: "string" } },
  });
  const [specFile = "app.json", folder = "k8s"] = positionals;
  const spec = readSpec(specFile);
  const namespace = values.namespace ?? spec.name;
  const files = manifests(spec, namespace);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: manifests that have been edited are not written over`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  console.log(`wrote ${Object.keys(files).length} files to ${folder}`);
  check(folder, values.context);
});

/** Builds them; asks the API server of `context`, which knows every field, without storing anything. */
function check(folder, context) {
  const kubectl = (args, input) => spawnSync("kubectl", args, { encoding: "utf8", input });
  const built = kubectl(["kustomize", folder]);
  if (built.error) return console.log("kubectl is not here: not checked");
  if (built.status !== 0) throw new Error(`kubectl kustomize failed:\n${built.stderr}`);
  console.log("✓ kubectl kustomize builds them");
  if (!context) return console.log("not asked: no --context names a cluster");
  const dryRun = [
    "--context",
    context,
    "apply",
    "--dry-run=server",
    "--validate=strict",
    "-f",
    "-",
  ];
  // A namespace that does not exist yet cannot be asked about what will be in it: it is made by itself.
  const { status, stdout, stderr } = kubectl(dryRun, built.stdout);
  if (status !== 0) throw new Error(`the cluster refuses them:\n${stderr}`);
  console.log(`✓ the cluster accepts them:\n${stdout.trimEnd()}`);
}
