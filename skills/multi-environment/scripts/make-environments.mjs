// Writes values-ENVIRONMENT.yaml of each environment of a specification into the folder of its chart,
// and prints how they differ.
//   node make-environments.mjs app.json CHART
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSpec, runScript } from "./read-spec.mjs";

await runScript(([specFile = "app.json", chart = "chart"]) => {
  const spec = readSpec(specFile);
  const names = Object.keys(spec.environments);
  if (names.length < 2) throw new Error("environments names fewer than two");
  if (!existsSync(join(chart, "Chart.yaml")))
    throw new Error(`${chart} is no chart: make one first`);
  const each = names.map((name) => {
    const differs = spec.environments[name];
    const environment = { ...spec.environment, ...differs.environment };
    return { ...spec, ...differs, environment, name };
  });
  const wrong = [
    ...check(each),
    ...names.flatMap((name) =>
      /^[a-z][a-z0-9-]*$/.test(name) ? [] : [`${name} is no name of a file`],
    ),
  ];
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  for (const one of each) {
    const file = join(chart, `values-${one.name}.yaml`);
    writeFileSync(file, values(one, spec));
    console.log(`wrote ${file}${render(chart, file)}`);
  }
  console.log(table(each));
});

/** What no environment may have; production is the one of that name, or the last. */
function check(each) {
  const production = each.find(({ name }) => /^prod/.test(name)) ?? each.at(-1);
  const hosts = each.flatMap(({ host }) => host ?? []);
  const twice = hosts.find((host, index) => hosts.indexOf(host) !== index);
  return [
    ...(production.replicas < 2
      ? [`${production.name} has one replica: a node that ends takes it down`]
      : []),
    ...(twice ? [`two environments have the host ${twice}`] : []),
  ];
}

/** Only what differs: what is the same stands in values.yaml, once. */
function values(one, spec) {
  const memory = { requests: { cpu: one.cpu, memory: one.memory }, limits: { memory: one.memory } };
  const differs = {
    replicas: one.replicas !== spec.replicas && one.replicas,
    image: one.version !== spec.version && { tag: one.version },
    environment: spec.environments[one.name].environment,
    secrets: spec.environments[one.name].secrets,
    resources: (one.cpu !== spec.cpu || one.memory !== spec.memory) && memory,
    ingress: one.host !== spec.host && { host: one.host },
  };
  const lines = Object.entries(differs).flatMap(([key, value]) =>
    value ? [`${key}: ${JSON.stringify(value)}`] : [],
  );
  const intro = `# ${one.name}: what differs from values.yaml, and nothing else.\n`;
  return `${intro}${lines.join("\n") || "{}"}\n`;
}

function render(chart, file) {
  const { status, error, stderr } = spawnSync(
    "helm",
    ["template", "check", chart, "-f", file, "--kube-version", "1.32.0"],
    {
      encoding: "utf8",
    },
  );
  if (error) return " (helm is not here: not checked)";
  if (status !== 0) throw new Error(`helm template failed with ${file}:\n${stderr}`);
  return " ✓ renders";
}

function table(each) {
  const rows = ["version", "replicas", "cpu", "memory", "host", "environment", "secrets"].map(
    (key) => [
      key,
      ...each.map((one) =>
        typeof one[key] === "object" && one[key]
          ? JSON.stringify(one[key])
          : String(one[key] ?? "–"),
      ),
    ],
  );
  return [["", ...each.map(({ name }) => name)], ["---", ...each.map(() => "---")], ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
