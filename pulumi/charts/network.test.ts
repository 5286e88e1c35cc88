import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { findHelm, template } from "./helm";
import { findTool, run } from "./tool";

const program = findHelm();
// A simulator of the policies as the API defines them, whatever the network of a cluster enforces.
const simulator = findTool("cyclonus", "github.com/mattfenwick/cyclonus/cmd/cyclonus@v0.5.6");

const app = (component: string) => ({
  "app.kubernetes.io/name": "karlo",
  "app.kubernetes.io/instance": "karlo",
  "app.kubernetes.io/component": component,
});

/** Who takes part: the namespace and the labels of pods, or an address outside of the cluster. */
const PARTIES = {
  web: ["karlo", app("web")],
  "the migration": ["karlo", app("migration")],
  "a backup": ["karlo", app("backup")],
  "a restore": ["karlo", app("restore")],
  "helm test": ["karlo", app("test")],
  "the agents' tools": ["karlo", app("agent-tools")],
  "the database": [
    "karlo",
    { "app.kubernetes.io/name": "postgres", "app.kubernetes.io/instance": "postgres" },
  ],
  "another pod": ["karlo", { "app.kubernetes.io/name": "other" }],
  "a pod elsewhere": ["elsewhere", { "app.kubernetes.io/name": "other" }],
  "a web of another namespace": ["elsewhere", app("web")],
  "the ingress": ["traefik", { "app.kubernetes.io/name": "traefik" }],
  Prometheus: ["monitoring", { "app.kubernetes.io/name": "prometheus" }],
  "the agent": ["karlo", { app: "kagent", kagent: "karlo-agent-operator" }],
  kagent: ["kagent", { app: "kagent" }],
  "the API server": "192.0.2.1",
  DNS: ["kube-system", { "k8s-app": "kube-dns" }],
  "the internet": "203.0.113.7",
} as const satisfies Record<string, readonly [string, Record<string, string>] | string>;

type Party = keyof typeof PARTIES;
type Path = [from: Party, to: Party, port: number, protocol?: "UDP"];

/** What works needs every one of these. */
const ALLOWED: Path[] = [
  ["the ingress", "web", 3000],
  ["another pod", "web", 3000],
  ["a pod elsewhere", "web", 3000],
  ["the internet", "web", 3000],
  ["helm test", "web", 3000],
  ["Prometheus", "web", 9464],
  ["web", "the database", 5432],
  ["the migration", "the database", 5432],
  ["a backup", "the database", 5432],
  ["a restore", "the database", 5432],
  ["web", "DNS", 53, "UDP"],
  ["web", "DNS", 53],
  ["the migration", "DNS", 53, "UDP"],
  ["a backup", "DNS", 53, "UDP"],
  ["helm test", "DNS", 53, "UDP"],
  ["the agent", "the agents' tools", 8084],
  ["kagent", "the agents' tools", 8084],
  ["the agents' tools", "the API server", 6443],
  // The model's provider, push services, OAuth.
  ["web", "the internet", 443],
];

const REFUSED: Path[] = [
  // The database from elsewhere.
  ["another pod", "the database", 5432],
  ["a pod elsewhere", "the database", 5432],
  ["a web of another namespace", "the database", 5432],
  ["the ingress", "the database", 5432],
  ["Prometheus", "the database", 5432],
  ["the internet", "the database", 5432],
  ["helm test", "the database", 5432],
  ["web", "the database", 22],
  ["the agents' tools", "the database", 5432],
  // The agents' tools from elsewhere, and they to elsewhere.
  ["another pod", "the agents' tools", 8084],
  ["a pod elsewhere", "the agents' tools", 8084],
  ["the internet", "the agents' tools", 8084],
  ["the agents' tools", "web", 3000],
  // Metrics from elsewhere.
  ["another pod", "web", 9464],
  ["a pod elsewhere", "web", 9464],
  ["the ingress", "web", 9464],
  ["the internet", "web", 9464],
  ["a backup", "web", 9464],
  // Other ports of the app.
  ["Prometheus", "web", 9229],
  ["the ingress", "web", 9229],
  // Egress to other ports.
  ["web", "the internet", 80],
  ["web", "the internet", 22],
  ["web", "the internet", 6379],
  ["web", "a pod elsewhere", 8080],
  ["the migration", "the internet", 443],
  ["a backup", "the internet", 443],
  ["a restore", "the internet", 443],
  ["helm test", "the internet", 443],
  ["helm test", "the internet", 3000],
  // The database begins nothing.
  ["the database", "the internet", 443],
  ["the database", "web", 3000],
  ["the database", "DNS", 53, "UDP"],
  // Nobody speaks to a job.
  ["another pod", "the migration", 3000],
  ["web", "a backup", 5432],
  ["the internet", "helm test", 3000],
];

const peer = (party: Party, address: string) => {
  const place = PARTIES[party];
  if (typeof place === "string") return { IP: place };
  const [Namespace, PodLabels] = place;
  const NamespaceLabels = { "kubernetes.io/metadata.name": Namespace };
  return { Internal: { PodLabels, NamespaceLabels, Namespace }, IP: address };
};

describe.skipIf(!program || !simulator)("the network policies of a production stack", () => {
  const folder = mkdtempSync(join(tmpdir(), "karlo-policies-"));
  const policies = join(folder, "policies");

  beforeAll(() => {
    const made = [
      ...template(
        program ?? "",
        "karlo",
        ...["-f", "karlo/values-prod.yaml", "--set", "networkPolicy.databasePorts={5432}"],
        ...["--set", "agents.enabled=true"],
      ),
      ...template(program ?? "", "postgres", "-f", "postgres/values-prod.yaml"),
    ].filter(({ kind }) => kind === "NetworkPolicy");
    expect(made.length).toBeGreaterThan(4);
    // One file each: it reads the first document of a file alone.
    mkdirSync(policies);
    for (const [at, policy] of made.entries())
      writeFileSync(join(policies, `${at}.yaml`), stringify(policy));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** For each path whether the policies let it through. */
  function simulate(paths: Path[]): boolean[] {
    const traffic = join(folder, "traffic.json");
    const all = paths.map(([from, to, ResolvedPort, Protocol = "TCP"]) => ({
      Source: peer(from, "10.244.0.10"),
      Destination: peer(to, "10.244.0.20"),
      Protocol,
      ResolvedPort,
    }));
    writeFileSync(traffic, JSON.stringify(all));
    const args = ["analyze", "--mode", "query-traffic", "--policy-path", policies];
    const { output, error, ok } = run(simulator ?? "", [...args, "--traffic-path", traffic]);
    expect(ok, error).toBe(true);
    return [...output.matchAll(/IS ALLOWED\?\s*\|\s*(TRUE|FALSE)/g)].map(([, is]) => is === "TRUE");
  }
  const differing = (paths: Path[], wanted: boolean) => {
    const found = simulate(paths);
    expect(found).toHaveLength(paths.length);
    return paths.filter((_, at) => found[at] !== wanted);
  };

  it("allow every path that is needed", () => expect(differing(ALLOWED, true)).toEqual([]));

  it("refuse every other one", () => expect(differing(REFUSED, false)).toEqual([]));
});
