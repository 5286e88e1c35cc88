// Builds the image of a specification and looks at it as Kubernetes will run it.
//   node check-image.mjs app.json [TAG]
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSpec, runScript } from "./read-spec.mjs";

const docker = (...args) => {
  const { status, stdout, stderr, error } = spawnSync("docker", args, { encoding: "utf8" });
  return {
    ok: status === 0,
    output: `${stdout ?? ""}`.trim(),
    error: error?.message ?? stderr.trim(),
  };
};
const must = (...args) => {
  const { ok, output, error } = docker(...args);
  if (!ok) throw new Error(`docker ${args[0]} failed:\n${error || output}`);
  return output;
};

await runScript(async ([specFile = "app.json", tag]) => {
  const spec = readSpec(specFile);
  const image = tag ?? `${spec.image}:${spec.version}`;
  must("build", "--quiet", "--tag", image, dirname(specFile));

  const [{ Config, Size, RootFS }] = JSON.parse(must("image", "inspect", image));
  const findings = [];
  if (/^(root|0)?(:|$)/.test(Config.User)) findings.push("it runs as root: USER 10001:10001");
  if (!/^\d+(:\d+)?$/.test(Config.User))
    findings.push("its user is not a number, which runAsNonRoot refuses");
  for (const entry of Config.Env ?? [])
    if (/^[A-Z_]*(TOKEN|SECRET|PASSWORD)=./.test(entry))
      findings.push(`${entry.split("=")[0]} is in its environment`);

  // What leaks most: keys, settings and a whole repository, below the folder of the app.
  const leaks = must(
    ...[
      "run",
      "--rm",
      "--entrypoint",
      "find",
      image,
      Config.WorkingDir || "/",
      "-xdev",
      "-not",
      "-path",
      "*/node_modules/*",
    ],
    ...[
      "(",
      "-name",
      ".git",
      "-o",
      "-name",
      ".env*",
      "-o",
      "-name",
      "*.pem",
      "-o",
      "-name",
      "id_*",
      ")",
    ],
  );
  if (leaks) findings.push(`it holds ${leaks.split("\n").join(", ")}`);
  // What is in Secrets is not here: without it the app may rightly not start.
  const runs = spec.secrets.length === 0;
  if (runs) findings.push(...(await tryIt(spec, image)));

  console.log(`${image}: ${(Size / 1e6).toFixed(0)} MB in ${RootFS.Layers.length} layers`);
  if (findings.length > 0) throw new Error(findings.map((finding) => `✗ ${finding}`).join("\n"));
  console.log("✓ not root, and nothing in it that is secret");
  console.log(
    runs
      ? "✓ it answers with a read-only root and no capability, and ends when it is told to"
      : `not run: it needs the Secrets ${spec.secrets.join(", ")}`,
  );
});

/** Runs it with a read-only root, no capability, the memory of the specification. */
async function tryIt({ environment, health, port, memory }, image) {
  const limits = [
    "--read-only",
    "--tmpfs",
    "/tmp",
    "--cap-drop",
    "ALL",
    "--security-opt",
    "no-new-privileges",
  ];
  const settings = Object.entries(environment).flatMap(([name, value]) => [
    "--env",
    `${name}=${value}`,
  ]);
  const container = must(
    "run",
    "--detach",
    ...limits,
    "--memory",
    memory.replace(/i$/, "").toLowerCase(),
    ...settings,
    image,
  );
  try {
    const probe = `fetch("http://127.0.0.1:${port}${health}").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`;
    const end = Date.now() + 30_000;
    while (!docker("exec", container, "node", "-e", probe).ok) {
      const running =
        docker("inspect", "--format", "{{.State.Running}}", container).output === "true";
      if (!running || Date.now() > end) {
        const { output, error } = docker("logs", "--tail", "20", container);
        return [
          `${health} does not answer${running ? "" : ", it ended"}:\n${output}\n${error}`.trim(),
        ];
      }
      await sleep(200);
    }
    must("stop", "--time", "10", container);
    const code = must("inspect", "--format", "{{.State.ExitCode}}", container);
    return code === "0" ? [] : [`it ends with ${code} on SIGTERM: handle it, and close the server`];
  } finally {
    docker("rm", "--force", container);
  }
}
