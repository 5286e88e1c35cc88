import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { findHelm, helm } from "./helm";

const program = findHelm();

interface Manifest {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  spec: Record<string, unknown> & { template?: { spec: PodSpec }; volumeClaimTemplates?: unknown };
}
interface PodSpec {
  automountServiceAccountToken: boolean;
  securityContext: { runAsNonRoot: boolean; seccompProfile: { type: string } };
  containers: Container[];
  initContainers?: Container[];
}
interface Container {
  image: string;
  envFrom?: { secretRef?: { name: string }; configMapRef?: { name: string } }[];
  resources: { limits: Record<string, string> };
  securityContext: Record<string, unknown>;
}

function template(chart: string, ...args: string[]): Manifest[] {
  const { ok, output, error } = helm(
    program ?? "",
    "template",
    chart,
    chart,
    "-n",
    "karlo",
    ...args,
  );
  if (!ok) throw new Error(error);
  return parseAllDocuments(output)
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null);
}

const kinds = (manifests: Manifest[]) => manifests.map(({ kind }) => kind).sort();
const find = (manifests: Manifest[], kind: string) => {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const podSpecs = (manifests: Manifest[]) =>
  manifests.flatMap(({ kind, spec }) =>
    kind === "Pod" ? [spec as unknown as PodSpec] : spec?.template ? [spec.template.spec] : [],
  );

describe.skipIf(!program).each([
  ["karlo", "dev"],
  ["karlo", "prod"],
  ["postgres", "dev"],
  ["postgres", "prod"],
])("chart %s with the values for %s", (chart, environment) => {
  const values = ["-f", `${chart}/values-${environment}.yaml`];

  it("passes helm lint", () => {
    const { ok, output } = helm(program ?? "", "lint", "--strict", chart, ...values);
    expect(output).toContain("0 chart(s) failed");
    expect(ok).toBe(true);
  });

  it("runs under Pod Security restricted, within limits", () => {
    const pods = podSpecs(template(chart, ...values));
    expect(pods.length).toBeGreaterThan(0);
    for (const pod of pods) {
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      });
      for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(Object.keys(container.resources.limits)).toContain("memory");
      }
    }
  });

  it("holds no secret, only the names of those it reads", () => {
    expect(kinds(template(chart, ...values))).not.toContain("Secret");
  });
});

describe.skipIf(!program)("chart karlo", () => {
  const policies = Array(4).fill("NetworkPolicy");
  const base = ["Deployment", "Job", ...policies, "Pod", "Service", "ServiceAccount"];

  it("is one pod and its Service for dev", () => {
    expect(kinds(template("karlo", "-f", "karlo/values-dev.yaml"))).toEqual(["ConfigMap", ...base]);
  });

  it("has an ingress and a disruption budget for prod", () => {
    const manifests = template("karlo", "-f", "karlo/values-prod.yaml");
    expect(kinds(manifests)).toEqual(
      ["ConfigMap", ...base, "Ingress", "PodDisruptionBudget"].sort(),
    );
    expect(find(manifests, "Ingress").spec).toMatchObject({
      rules: [{ host: "todo.local" }],
      tls: [{ hosts: ["todo.local"], secretName: "karlo-tls" }],
    });
  });

  it("rolls without taking a pod away first, and asks the right doors", () => {
    const { spec } = find(template("karlo"), "Deployment");
    expect(spec).toMatchObject({
      strategy: { rollingUpdate: { maxUnavailable: 0 } },
      template: {
        spec: {
          containers: [
            {
              securityContext: { runAsUser: 1000 },
              startupProbe: { httpGet: { path: "/ready" } },
              readinessProbe: { httpGet: { path: "/ready" } },
              livenessProbe: { httpGet: { path: "/health" } },
              resources: { limits: { cpu: "500m", memory: "512Mi" } },
            },
          ],
        },
      },
    });
  });

  it("migrates before the rest exists, with Secrets alone", () => {
    const job = find(
      template("karlo", "--set", "secrets.app=app-1,secrets.database=db-1,image.tag=v7"),
      "Job",
    );
    expect(job.metadata.annotations?.["helm.sh/hook"]).toBe("pre-install,pre-upgrade");
    expect(job.spec.template?.spec.containers).toMatchObject([
      {
        image: "karlo:v7",
        args: ["migrate"],
        envFrom: [{ secretRef: { name: "app-1" } }, { secretRef: { name: "db-1" } }],
      },
    ]);
  });

  it("keeps the Service away from the pods of the migration and the test", () => {
    const manifests = template("karlo");
    const selector = find(manifests, "Service").spec.selector;
    expect(selector).toMatchObject({ "app.kubernetes.io/component": "web" });
  });

  it.each([
    "replicas=0",
    "replicas=two",
    "replica=2",
    "image.repository=",
    "image.tag=a/b",
    "image.pullPolicy=Sometimes",
    "app.publicUrl=todo.local",
    "app.publicUrl=https://todo.local/path",
    "app.colour=red",
    "app.model.provider=gpt",
    "app.model.provider=custom",
    "app.model.baseUrl=http://models",
    "app.environment.SMTP_URL=smtp://mail",
    "app.environment.RUNS_AT_ONCE=many",
    "secrets.app=Not_A_Name",
    "secrets.database=",
    "service.type=Headless",
    "service.port=0",
    "service.nodePort=30080",
    "service.type=NodePort,service.nodePort=80",
    "ingress.enabled=true",
    "ingress.host=Todo Local",
    "resources.limits.memory=lots",
    "networkPolicy.egressPorts=all",
    "migration.timeoutSeconds=1",
  ])("refuses %s", (value) => refuses("karlo", value));
});

describe.skipIf(!program)("chart postgres", () => {
  it("keeps its volume or not, as it is told", () => {
    const policy = (keep: boolean) =>
      find(template("postgres", "--set", `storage.keep=${keep}`), "StatefulSet").spec
        .persistentVolumeClaimRetentionPolicy;
    expect(policy(true)).toMatchObject({ whenDeleted: "Retain" });
    expect(policy(false)).toMatchObject({ whenDeleted: "Delete" });
  });

  it("reads its password from the Secret that is named", () => {
    const set = find(template("postgres", "--set", "passwordSecret=pw-1"), "StatefulSet");
    expect(JSON.stringify(set)).toContain('"secretName":"pw-1"');
  });

  it.each([
    "image.name=postgres",
    "image.tag=18",
    "user=Karlo; DROP",
    "database=",
    "passwordSecret=",
    "password=hunter2",
    "storage.size=5",
    "storage.keep=maybe",
    "networkPolicy.clients=all",
    "resources.limits.cpu=fast",
  ])("refuses %s", (value) => refuses("postgres", value));
});

function refuses(chart: string, value: string) {
  const { ok, error } = helm(program ?? "", "template", chart, chart, "--set", value);
  expect(ok, `${value} was accepted`).toBe(false);
  expect(error).toContain("values don't meet the specifications");
}
