import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const requirements = path.join(import.meta.dirname, "requirements.txt");
const parent = path.resolve(import.meta.dirname, "../../../.karlo");
const OLDEST = [3, 11];

/** The Python of this machine, or null without one that is new enough. */
function systemPython(): string | null {
  for (const name of ["python3", "python"]) {
    try {
      const said = execFileSync(name, ["-c", "import sys, venv; print(*sys.version_info[:2])"]);
      const [major = 0, minor = 0] = said.toString().trim().split(" ").map(Number);
      if (major === OLDEST[0] && minor >= (OLDEST[1] ?? 0)) return name;
    } catch {
      // Not there, or without venv.
    }
  }
  return null;
}

/**
 * Installs what `requirements.txt` names into a virtual environment of its own, once.
 *
 * @returns the folder of its programs; null without Python or where its packages cannot be had
 */
export async function pythonPrograms(): Promise<string | null> {
  const python = systemPython();
  if (!python) return null;
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = path.join(parent, `python-${wanted}`);
  const programs = (of: string) => path.join(of, process.platform === "win32" ? "Scripts" : "bin");
  const complete = path.join(folder, "complete");
  if (existsSync(complete)) return programs(folder);
  mkdirSync(parent, { recursive: true });
  try {
    // In its place at once: its programs name the folder that they were installed in.
    await run(python, ["-m", "venv", "--clear", folder]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    await run(path.join(programs(folder), "python"), [...pip, "-r", requirements]);
    writeFileSync(complete, "");
    return programs(folder);
  } catch (error) {
    console.warn(`No packages for Python, so these tests are skipped: ${error}`);
    return null;
  }
}
