import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const MANIFESTS = ["", "pulumi", "web", "web/local"];

interface Answer {
  code: number;
  says?: string;
}

/**
 * npm that installs nothing but a list of the groups it was asked for, and a package by name if it was
 * asked for one. It answers call by call as told, then with success.
 */
const NPM = `
  import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
  const home = import.meta.dirname;
  const [command, ...args] = process.argv.slice(2);
  const nth = existsSync(home + "/calls") ? readFileSync(home + "/calls", "utf8").split("\\n").length - 1 : 0;
  const { code, says = "" } = JSON.parse(readFileSync(home + "/answers", "utf8"))[nth] ?? { code: 0 };
  appendFileSync(home + "/calls", JSON.stringify([command, ...args]) + "\\n");
  console.error(says);
  process.exitCode = code;
  if (code === 0) {
    if (command === "ci") rmSync("node_modules", { recursive: true, force: true });
    mkdirSync("node_modules", { recursive: true });
    const named = args.find((arg) => /^node-.*@/.test(arg));
    if (named) {
      const folder = "node_modules/" + named.split("@")[0];
      for (const part of ["bin", "include/node", "share/doc"]) mkdirSync(folder + "/" + part, { recursive: true });
      writeFileSync(folder + "/bin/node", "");
    } else {
      const groups = args.filter((arg) => /^--(workspace=|include-workspace-root)/.test(arg));
      writeFileSync("node_modules/groups", groups.join(" "));
      writeFileSync("node_modules/.package-lock.json", "{}");
    }
  }`;

/** A build that takes no time; it fails where a file `broken` is. */
const BUILD = `
  import { existsSync, writeFileSync } from "node:fs";
  const built = existsSync("built");
  if (process.argv.includes("--check")) process.exitCode = built ? 0 : 1;
  else if (existsSync("broken")) process.exitCode = 1;
  else writeFileSync("built", "");`;

/** The commands that install things, in a folder of their own beside an npm that is told what to do. */
export class FakeClone {
  readonly folder = mkdtempSync(path.join(tmpdir(), "karlo-clone-"));

  constructor() {
    mkdirSync(path.join(this.folder, "scripts"));
    for (const file of ["bootstrap.mjs", "dependencies.mjs", "npm.mjs"])
      cpSync(path.join(root, "scripts", file), path.join(this.folder, "scripts", file));
    for (const folder of MANIFESTS) this.write(`${folder}/package.json`, '{"type":"module"}');
    this.write("package-lock.json", "{}");
    this.write("npm.js", NPM);
    this.write("scripts/build.ts", BUILD);
  }

  /**
   * Runs lines of a program beside the commands.
   *
   * @param answers what npm answers, call by call; success after the last
   * @returns what was said, and the arguments that npm was called with
   */
  async run(lines: string, answers: Answer[] = []) {
    this.write("answers", JSON.stringify(answers));
    this.write("scripts/program.mjs", lines);
    rmSync(path.join(this.folder, "calls"), { force: true });
    const env = {
      PATH: process.env.PATH,
      npm_execpath: path.join(this.folder, "npm.js"),
      NODE_ENV: "production",
    };
    const program = path.join(this.folder, "scripts/program.mjs");
    const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
      const child = execFile(process.execPath, [program], { env }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode ?? 1, said: stdout + stderr }),
      );
    });
    const calls = (this.read("calls") ?? "").split("\n").filter(Boolean);
    return { code, said, calls: calls.map((line) => JSON.parse(line) as string[]) };
  }

  /** `npm start` as far as it installs and builds. */
  start(answers?: Answer[]) {
    const lines = `import { ensureBuild } from "./dependencies.mjs"; ensureBuild(process.execPath);`;
    return this.run(lines, answers);
  }

  /** A command that needs these groups. */
  need(groups: string[], answers?: Answer[]) {
    const lines = `import { ensureDependencies } from "./dependencies.mjs"; ensureDependencies(${JSON.stringify(groups)});`;
    return this.run(lines, answers);
  }

  /** The groups that are installed. */
  get installed(): string[] {
    const names = (this.read("node_modules/groups") ?? "").split(" ").filter(Boolean);
    return names.map((name) => name.replace(/^--/, "")).sort();
  }

  write(file: string, text: string): void {
    const place = path.join(this.folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  read(file: string): string | undefined {
    try {
      return readFileSync(path.join(this.folder, file), "utf8");
    } catch {
      return undefined;
    }
  }

  remove(file = ""): void {
    rmSync(path.join(this.folder, file), { recursive: true, force: true });
  }
}
