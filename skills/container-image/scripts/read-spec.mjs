// Reads the specification of an app. The same file lies in every skill that needs it, so that a skill
// can be taken alone.
import { readFileSync } from "node:fs";

const text = (pattern, takes) => ({
  takes,
  accepts: (value) => typeof value === "string" && pattern.test(value),
});
const list = (of) => ({
  takes: `a list: ${of.takes}`,
  accepts: (value) => Array.isArray(value) && value.every(of.accepts),
});
const file = text(/^(?!\/)(?!.*\.\.)[\w./@-]+$/, "a path inside the folder");
const path = text(/^\/[\w./?=&-]*$/, "a path such as /health");

/** What each key takes; what it is when absent. A key without `or` is required. */
const KEYS = {
  name: text(
    /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/,
    "lower-case letters, digits and dashes, at most 40",
  ),
  version: text(/^\d+\.\d+\.\d+([-+][\w.-]+)?$/, "a version such as 1.2.3"),
  image: {
    ...text(/^[a-z0-9][\w./:-]*$/, "a repository such as registry.example.com/shop"),
    or: null,
  },
  node: { ...text(/^\d+\.\d+\.\d+$/, "an exact version of Node"), or: "26.10.0" },
  start: list(text(/^[^\s"'\\]+$/, "arguments of node, such as server.mjs")),
  files: list(file),
  build: { ...text(/^[^\n]+$/, "one command, such as npm run build"), or: null },
  port: {
    takes: "a port from 1024 to 65535",
    accepts: (value) => Number.isInteger(value) && value >= 1024 && value <= 65535,
  },
  health: path,
  ready: { ...path, or: null },
  environment: {
    takes: "names such as LOG_LEVEL with texts",
    accepts: (value) =>
      isObject(value) &&
      Object.entries(value).every(
        ([name, one]) => /^[A-Z_][A-Z0-9_]*$/.test(name) && typeof one === "string",
      ),
    or: {},
  },
  secrets: { ...list(text(/^[a-z0-9][-a-z0-9.]*$/, "names of existing Secrets")), or: [] },
  replicas: {
    takes: "a number from 1 to 50",
    accepts: (value) => Number.isInteger(value) && value >= 1 && value <= 50,
    or: 2,
  },
  cpu: { ...text(/^\d+m?$/, "an amount such as 100m"), or: "100m" },
  memory: { ...text(/^\d+[KMG]i$/, "an amount such as 128Mi"), or: "128Mi" },
  host: { ...text(/^[a-z0-9][a-z0-9.-]*\.[a-z]+$/, "a host name"), or: null },
};

/** What may differ between environments. */
const DIFFERS = ["version", "environment", "secrets", "replicas", "cpu", "memory", "host"];
/** What is not written where everybody reads it. */
const SECRET = /(^|_)(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS|DSN)$/;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a specification (app.json).
 *
 * @throws Error with one line for each key that is wrong
 */
export function readSpec(name) {
  const given = JSON.parse(readFileSync(name, "utf8"));
  if (!isObject(given)) throw new Error(`${name} is not an object`);
  const { environments = {}, ...app } = given;
  const wrong = check(app, Object.keys(KEYS), "");
  for (const [key, { or }] of Object.entries(KEYS))
    if (or === undefined && !(key in app)) wrong.push(`${key} is missing: ${KEYS[key].takes}`);
  if (!isObject(environments)) wrong.push("environments takes names with what differs");
  else
    for (const [one, differs] of Object.entries(environments))
      wrong.push(
        ...(isObject(differs)
          ? check(differs, DIFFERS, `environments.${one}.`)
          : [`environments.${one} takes what differs`]),
      );
  if (wrong.length > 0) throw new Error(wrong.map((line) => `${name}: ${line}`).join("\n"));
  const spec = Object.fromEntries(
    Object.entries(KEYS).map(([key, { or }]) => [key, app[key] ?? or]),
  );
  return {
    ...spec,
    image: spec.image ?? spec.name,
    ready: spec.ready ?? spec.health,
    environments,
  };
}

function check(given, allowed, at) {
  return Object.entries(given).flatMap(([key, value]) => {
    if (!allowed.includes(key)) return [`${at}${key} is unknown; known are ${allowed.join(", ")}`];
    if (!KEYS[key].accepts(value)) return [`${at}${key} takes ${KEYS[key].takes}`];
    if (key !== "environment") return [];
    return Object.keys(value)
      .filter((name) => SECRET.test(name))
      .map(
        (name) =>
          `${at}environment.${name} looks like a secret: put it in a Secret and name that in secrets`,
      );
  });
}

/** Runs `main`; whatever it throws is printed as a sentence, and the exit code is 1. */
export async function runScript(main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
