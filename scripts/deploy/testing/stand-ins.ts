import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a stand-in answers to calls that begin with these words; the longest beginning wins. */
export type Answers = Record<string, { out?: unknown; error?: string; code?: number }>;

/** A call that a stand-in got: its arguments and its standard input. */
export interface Call {
  call: string;
  input: string;
}

/** Stands in for a program: notes how it was called, and answers from the file beside it. */
const script = `#!${process.execPath}
const fs = require("node:fs");
const path = require("node:path");
const [, self, ...args] = process.argv;
const call = [path.basename(self), ...args].join(" ");
const folder = path.dirname(self);
const answers = JSON.parse(fs.readFileSync(folder + "/answers.json", "utf8"));
const input = process.argv.includes("set") || process.argv.includes("-i") ? fs.readFileSync(0, "utf8") : "";
fs.appendFileSync(folder + "/calls", JSON.stringify({ call, input }) + "\\n");
const plain = call.replace(/ (--context|--namespace|--stack) \\S+/g, "").replace(" --non-interactive", "");
const key = Object.keys(answers).filter((beginning) => plain.startsWith(beginning)).sort((a, b) => b.length - a.length)[0];
const { out = "", error = "", code = 0 } = answers[key] ?? {};
process.stdout.write(typeof out === "string" ? out : JSON.stringify(out));
process.stderr.write(error);
process.exitCode = code;
`;

/** A folder of stand-ins that is the whole PATH of the commands run with it. */
export class StandIns {
  readonly folder = mkdtempSync(path.join(tmpdir(), "karlo-deploy-"));

  /** @param programs the ones that are installed */
  constructor(programs = ["pulumi", "kubectl", "docker", "minikube"]) {
    writeFileSync(path.join(this.folder, "calls"), "");
    for (const program of programs) {
      writeFileSync(path.join(this.folder, program), script);
      chmodSync(path.join(this.folder, program), 0o755);
    }
  }

  /** Runs a command of scripts/deploy with them. */
  async run(
    command: string,
    args: string[],
    answers: Answers,
    environment: Record<string, string> = {},
  ): Promise<{ code: number | null; output: string; calls: Call[] }> {
    writeFileSync(path.join(this.folder, "answers.json"), JSON.stringify(answers));
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
    const calls = readFileSync(path.join(this.folder, "calls"), "utf8").split("\n").filter(Boolean);
    return { code, output, calls: calls.map((line) => JSON.parse(line)) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
