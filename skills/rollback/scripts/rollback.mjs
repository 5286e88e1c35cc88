// Goes back to the last version that worked, in two steps: without --yes it only says what it would do.
//   node rollback.mjs --context C --namespace N --release R [--to REVISION] [--yes]      of Helm
//   node rollback.mjs --context C --namespace N --deployment D [--to REVISION] [--yes]   of kubectl
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

function run(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(
    `${program} ${args.join(" ")}\n${(error?.message ?? `${stdout}${stderr}`).trim()}`,
  );
}

function main() {
  const option = { type: "string" };
  const { values } = parseArgs({
    options: {
      ...{ context: option, namespace: option, release: option, deployment: option, to: option },
      yes: { type: "boolean" },
      timeout: { type: "string", default: "3m" },
    },
  });
  const { context, namespace, release, deployment, to, yes } = values;
  if (!context || !namespace || !release === !deployment)
    throw new Error("give --context, --namespace, and either --release or --deployment");
  const wanted = to === undefined ? null : Number(to);
  if (wanted !== null && !(Number.isInteger(wanted) && wanted > 0))
    throw new Error("--to takes a revision");
  const way = release ? ofHelm({ ...values, wanted }) : ofKubectl({ ...values, wanted });
  console.log(`${way.from}\n→ ${way.target}`);
  if (!yes) return console.log("nothing was changed; give --yes to do it");
  way.act();
  const kubectl = ["--context", context, "--namespace", namespace];
  const names = release ? deploymentsOf(release, kubectl) : [deployment];
  for (const name of names)
    console.log(
      run(
        "kubectl",
        ...kubectl,
        "rollout",
        "status",
        `deployment/${name}`,
        `--timeout=${values.timeout}`,
      ).trim(),
    );
  console.log(`✓ back at ${way.target}`);
}

function ofHelm({ context, namespace, release, wanted, timeout }) {
  const target = ["--kube-context", context, "--namespace", namespace];
  const history = JSON.parse(
    run("helm", ...target, "history", release, "--max", "50", "--output", "json"),
  );
  const current = history.at(-1);
  // Superseded revisions served once; failed ones, and those that never ended, did not.
  const good = history.filter(
    ({ status, revision }) => status === "superseded" && revision < current.revision,
  );
  // Where the newest failed, the one that was deployed before it still says so.
  const deployed = history.filter(
    ({ status, revision }) => status === "deployed" && revision < current.revision,
  );
  const to = choose(
    [...good, ...deployed].sort((a, b) => a.revision - b.revision),
    wanted,
    ({ revision }) => revision,
  );
  const say = ({ revision, status, app_version, chart }) =>
    `revision ${revision}: ${chart}, app ${app_version}, ${status}`;
  return {
    from: say(current),
    target: say(to),
    act: () =>
      run(
        "helm",
        ...target,
        "rollback",
        release,
        String(to.revision),
        "--wait",
        "--timeout",
        timeout,
      ),
  };
}

function ofKubectl({ context, namespace, deployment, wanted }) {
  const target = ["--context", context, "--namespace", namespace];
  const get = (...args) =>
    JSON.parse(run("kubectl", ...target, "get", ...args, "--output", "json"));
  const { metadata } = get("deployment", deployment);
  const number = ({ metadata: { annotations } }) =>
    Number(annotations?.["deployment.kubernetes.io/revision"]);
  const current = number({ metadata });
  const sets = get("replicasets")
    .items.filter(({ metadata: one }) =>
      one.ownerReferences?.some(({ uid }) => uid === metadata.uid),
    )
    .sort((a, b) => number(a) - number(b));
  const say = (set) =>
    `revision ${number(set)}: ${set.spec.template.spec.containers.map(({ image }) => image).join(", ")}`;
  const to = choose(
    sets.filter((set) => number(set) < current),
    wanted,
    number,
  );
  return {
    from: say(sets.find((set) => number(set) === current)),
    target: say(to),
    act: () =>
      run(
        "kubectl",
        ...target,
        "rollout",
        "undo",
        `deployment/${deployment}`,
        `--to-revision=${number(to)}`,
      ),
  };
}

function choose(revisions, wanted, number) {
  const found =
    wanted === null ? revisions.at(-1) : revisions.find((one) => number(one) === wanted);
  if (found) return found;
  const known = revisions.map(number).join(", ") || "none";
  throw new Error(`there is no such revision to go back to; those that worked: ${known}`);
}

function deploymentsOf(release, kubectl) {
  const selector = `app.kubernetes.io/instance=${release}`;
  return run(
    "kubectl",
    ...kubectl,
    "get",
    "deployments",
    "-l",
    selector,
    "-o",
    "jsonpath={.items[*].metadata.name}",
  )
    .split(" ")
    .filter(Boolean);
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
