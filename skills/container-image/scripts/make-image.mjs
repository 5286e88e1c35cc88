// Writes Dockerfile and .dockerignore of a Node app beside its specification.
//   node make-image.mjs app.json [--force]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSpec, runScript } from "./read-spec.mjs";

await runScript(([specFile = "app.json", ...options]) => {
  const folder = dirname(specFile);
  const spec = readSpec(specFile);
  for (const file of spec.files)
    if (!spec.build && !existsSync(join(folder, file)))
      throw new Error(`files: ${file} does not exist`);
  const files = {
    Dockerfile: dockerfile(spec, readPackage(folder)),
    ".dockerignore": dockerignore(spec),
  };
  for (const name of Object.keys(files))
    if (existsSync(join(folder, name)) && !options.includes("--force"))
      throw new Error(`${name} exists; read it first, and give --force to replace it`);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    console.log(`wrote ${join(folder, name)}`);
  }
  console.log(`next: node ${join(import.meta.dirname, "check-image.mjs")} ${specFile}`);
});

/** Whether the app has dependencies, and whether some are needed when it runs. */
function readPackage(folder) {
  const file = join(folder, "package.json");
  const { dependencies = {}, devDependencies = {} } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : {};
  const count = (packages) => Object.keys(packages).length;
  const installs = count(dependencies) + count(devDependencies) > 0;
  if (installs && !existsSync(join(folder, "package-lock.json")))
    throw new Error(
      "there are dependencies and no package-lock.json: run npm install, and commit it",
    );
  return { installs, runsWith: count(dependencies) > 0 };
}

function dockerfile(spec, { installs, runsWith }) {
  const from = `node:${spec.node}-bookworm-slim`;
  const install = (what) => [
    "COPY package.json package-lock.json ./",
    // Scripts of packages are other people's programs; `npm rebuild NAME` where one is needed.
    `RUN npm ci ${what}--ignore-scripts --no-audit --no-fund`,
  ];
  const stages = [];
  if (runsWith)
    stages.push([`FROM ${from} AS dependencies`, "WORKDIR /app", ...install("--omit=dev ")]);
  if (spec.build)
    stages.push([
      `FROM ${from} AS build`,
      "WORKDIR /app",
      ...(installs ? install("") : []),
      "COPY . .",
      `RUN ${spec.build}`,
    ]);
  const source = spec.build ? "--from=build /app/" : "";
  stages.push([
    `FROM ${from}`,
    `LABEL org.opencontainers.image.title="${spec.name}" org.opencontainers.image.version="${spec.version}"`,
    "WORKDIR /app",
    ...(runsWith ? ["COPY --from=dependencies /app/node_modules node_modules"] : []),
    ...spec.files.map((file) => `COPY ${source}${file} ${file}`),
    `ENV NODE_ENV=production PORT=${spec.port}`,
    "# By number, so that Kubernetes can see that it is not root.",
    "USER 10001:10001",
    `EXPOSE ${spec.port}`,
    "# No shell between: the process gets SIGTERM itself, and must end when it does.",
    `ENTRYPOINT ${JSON.stringify(["node", ...spec.start])}`,
  ]);
  return `${stages.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** With a build, whatever is not a secret or an output; without one, only what is named. */
function dockerignore({ build, files }) {
  const secret = ["**/.git", "**/.env*", "**/*.pem", "**/*.key", "**/node_modules", "**/*.log"];
  const only = ["*", ...[...files, "package.json", "package-lock.json"].map((file) => `!${file}`)];
  return `${[...(build ? [] : only), ...secret].join("\n")}\n`;
}
