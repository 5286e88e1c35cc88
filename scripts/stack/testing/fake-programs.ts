import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Responses by the beginning of the command line; the longest match wins. */
export type Answers = Record<string, { out?: unknown; error?: string; code?: number }>;

/** A recorded call: its command line and its standard input. */
export interface Call {
  call: string;
  input: string;
}

/** A program that records its calls, and responds from the file next to it. */
const script = `#!${process.execPath}
const fs = require("node:fs");
const path = require("node:path");
const [, self, ...args] = process.argv;
const call = [path.basename(self), ...args].join(" ");
const folder = path.dirname(self);
const answers = JSON.parse(fs.readFileSync(folder + "/answers.json", "utf8"));
const input = process.argv.includes("set") || process.argv.includes("-i") || process.argv.at(-1) === "-" ? fs.readFileSync(0, "utf8") : "";
fs.appendFileSync(folder + "/calls", JSON.stringify({ call, input }) + "\\n");
const plain = call.replace(/ (--context|--namespace|--as|--stack) \\S+/g, "").replace(" --non-interactive", "");
const key = Object.keys(answers).filter((beginning) => plain.startsWith(beginning)).sort((a, b) => b.length - a.length)[0];
const { out = "", error = "", code = 0 } = answers[key] ?? {};
process.stdout.write(typeof out === "string" ? out : JSON.stringify(out));
process.stderr.write(error);
process.exitCode = code;
`;

/** A folder of fake programs, which is the PATH of the commands that are run with it. */
export class FakePrograms {
  readonly folder = mkdtempSync(path.join(tmpdir(), "karlo-deploy-"));

  /** @param programs those that are on the PATH */
  constructor(programs = ["pulumi", "kubectl", "docker", "minikube"]) {
    writeFileSync(path.join(this.folder, "calls"), "");
    for (const program of programs) {
      writeFileSync(path.join(this.folder, program), script);
      chmodSync(path.join(this.folder, program), 0o755);
    }
  }

  /** Runs a command of scripts/stack and returns its exit code, its output and the recorded calls. */
  async run(
    command: string,
    args: string[],
    answers: Answers,
    environment: Record<string, string> = {},
  ): Promise<{ code: number | null; output: string; calls: Call[] }> {
    this.answer(answers);
    const file = path.resolve(import.meta.dirname, "..", `${command}.ts`);
    const child = spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", file, ...args],
      {
        stdio: ["ignore", "pipe", "pipe"],
        env: { PATH: this.folder, PULUMI_CONFIG_PASSPHRASE: "test", ...environment },
      },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, output, calls: this.calls() };
  }

  /** Sets what the programs respond from now on. */
  answer(answers: Answers): void {
    writeFileSync(path.join(this.folder, "answers.json"), JSON.stringify(answers));
  }

  /** The recorded calls, in order. */
  calls(): Call[] {
    const lines = readFileSync(path.join(this.folder, "calls"), "utf8").split("\n");
    return lines.filter(Boolean).map((line) => JSON.parse(line));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
