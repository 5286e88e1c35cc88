import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const VERSION = "v1.35.4";
const folder = resolve(__dirname, "../../.karlo/schemas", VERSION);

interface Schema {
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  oneOf?: Schema[];
  "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
}

/**
 * The JSON schemas of Kubernetes' own kinds, in which an unknown member is an error, made from the
 * OpenAPI document of Kubernetes' Go module, once per checkout.
 *
 * @returns a schema location of kubeconform; undefined, with the reason on the console, without Go
 */
export function findSchemas(): string | undefined {
  const location = join(folder, "{{.ResourceKind}}{{.KindSuffix}}.json");
  if (existsSync(join(folder, "pod-v1.json"))) return location;
  const module = `k8s.io/kubernetes@${VERSION}`;
  const { status, stdout } = spawnSync("go", ["mod", "download", "-json", module], {
    encoding: "utf8",
  });
  if (status !== 0) {
    console.warn(`The charts are not tested with kubeconform: Go could not fetch ${module}.`);
    return undefined;
  }
  const { Dir } = JSON.parse(stdout) as { Dir: string };
  const { definitions } = JSON.parse(
    readFileSync(join(Dir, "api/openapi-spec/swagger.json"), "utf8"),
  ) as { definitions: Record<string, Schema> };
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(definitions)) makeStrict(name, schema);
  writeFileSync(join(folder, "definitions.json"), JSON.stringify({ definitions }));
  for (const [name, schema] of Object.entries(definitions))
    for (const { group, version, kind } of schema["x-kubernetes-group-version-kind"] ?? []) {
      const file = [kind, group.split(".")[0], version].filter(Boolean).join("-").toLowerCase();
      const reference = { $ref: `definitions.json#/definitions/${name}` };
      writeFileSync(join(folder, `${file}.json`), JSON.stringify(reference));
    }
  return location;
}

/** The document has no way to say "a number or a text", and does not say that it names every member. */
function makeStrict(name: string, schema: Schema): void {
  if (schema.format === "int-or-string" || name.endsWith(".Quantity")) {
    delete schema.type;
    delete schema.format;
    schema.oneOf = [{ type: "string" }, { type: "number" }];
  }
  if (!schema.properties) return;
  schema.additionalProperties ??= false;
}
