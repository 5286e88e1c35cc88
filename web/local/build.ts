import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const web = path.join(root, "web");

/** What the build is made of; a change in any of it makes a new build. */
const SOURCES = [
  "app",
  "public",
  "prisma",
  "package.json",
  "server.ts",
  "worker.ts",
  "build-worker.ts",
  "build-service-worker.ts",
  "escape-bundle.ts",
  "vite.config.ts",
  "tsconfig.json",
];
const SKIPPED = /(\.test\.tsx?|generated)$/;

/** Names the sources that the build was made of. */
const stamp = path.join(web, "build", ".sources");

/** Whether the build of these very sources is there. */
export function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources();
}

/** Builds the web app unless the build of these very sources is there. */
export async function ensureBuild(): Promise<void> {
  if (isBuilt()) return;
  const sources = hashSources();
  console.error("karlo: building ...");
  await generateClient();
  await runIn(["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"]);
  writeFileSync(stamp, sources);
}

/** Makes Prisma's client from the schema. */
export async function generateClient(): Promise<void> {
  await runIn(["node_modules/prisma/build/index.js", "generate"]);
}

async function runIn([script = "", ...args]: string[]): Promise<void> {
  // Generating needs no schema engine, which Prisma would otherwise download.
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  };
  try {
    await run(process.execPath, [path.join(root, script), ...args], {
      cwd: web,
      env,
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`The build failed.\n${stdout}${stderr}`);
  }
}

function hashSources(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  const add = (file: string) => {
    if (SKIPPED.test(file) || !existsSync(file)) return;
    const children = directory(file);
    if (!children) hash.update(path.relative(web, file)).update("\0").update(readFileSync(file));
    else for (const child of children.sort()) add(path.join(file, child));
  };
  for (const source of SOURCES) add(path.join(web, source));
  return hash.digest("hex");
}

function directory(file: string): string[] | undefined {
  try {
    return readdirSync(file);
  } catch {
    return undefined;
  }
}
