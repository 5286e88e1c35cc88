// npm run secrets [STACK]: makes the secrets that a stack needs and lacks, and stores them encrypted
// in its configuration. It prints none of them and replaces none.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const stack = process.argv[2] ?? "dev";

/** Runs pulumi; ends with one sentence when it cannot. */
function pulumi(args, input = "") {
  const options = { cwd: root, encoding: "utf8", input };
  const { error, status, stdout, stderr } = spawnSync(
    "pulumi",
    [...args, "--stack", stack, "--non-interactive"],
    options,
  );
  if (error?.code === "ENOENT")
    refuse("Pulumi is not installed: see https://www.pulumi.com/docs/install/");
  if (error) refuse(`pulumi could not be run: ${error.message}`);
  if (status === 0) return stdout;
  if (/no stack named/.test(stderr))
    refuse(`There is no stack ${stack}: make it with \`pulumi stack init ${stack}\`.`);
  if (/passphrase must be set/.test(stderr))
    refuse("The stack's passphrase is needed: set PULUMI_CONFIG_PASSPHRASE.");
  if (/incorrect passphrase/.test(stderr))
    refuse("PULUMI_CONFIG_PASSPHRASE is not this stack's passphrase.");
  refuse(`pulumi ${args.slice(0, 2).join(" ")} failed: ${stderr.trim().split("\n").at(-1)}`);
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!/^[\w./-]+$/.test(stack) || stack.startsWith("-"))
  refuse(`"${stack}" is not a stack's name: npm run secrets [STACK]`);

const config = JSON.parse(pulumi(["config", "--json"]));
const external = /"external"/.test(config["karlo:database"]?.value ?? "");
const generated = ["betterAuthSecret", ...(external ? [] : ["databasePassword"])];

for (const name of generated) {
  const key = `karlo:${name}`;
  if (key in config) {
    console.log(`${key} is set.`);
    continue;
  }
  // By standard input: arguments are visible to every process of the machine.
  pulumi(["config", "set", "--secret", key], randomBytes(32).toString("base64url"));
  console.log(`${key} was made.`);
}
if (external && !("karlo:databaseUrl" in config))
  console.log(`karlo:databaseUrl is yours to set: pulumi config set --secret karlo:databaseUrl`);
