import { describe, expect, it } from "vitest";
import { CLUSTER, findHelm, helm, type Manifest, template as templateWith } from "./helm";

const program = findHelm();
const template = (chart: string, ...args: string[]) => templateWith(program ?? "", chart, ...args);

interface PodSpec {
  automountServiceAccountToken: boolean;
  securityContext: { runAsNonRoot: boolean; seccompProfile: { type: string } };
  containers: Container[];
  initContainers?: Container[];
}
interface Container {
  resources: { limits: Record<string, string> };
  securityContext: Record<string, unknown>;
}

const kinds = (manifests: Manifest[]) => manifests.map(({ kind }) => kind).sort();
const find = (manifests: Manifest[], kind: string) => {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
/** The pod specs of a chart, of every kind of workload. */
const podSpecs = (manifests: Manifest[]): PodSpec[] =>
  manifests.flatMap(({ kind, spec }) => {
    if (kind === "Pod") return [spec];
    const template = kind === "CronJob" ? spec.jobTemplate.spec.template : spec?.template;
    return template ? [template.spec] : [];
  });
const DATABASE_PODS = ["migration", "backup", "restore"];

describe.skipIf(!program).each([
  ["karlo", "dev"],
  ["karlo", "prod"],
  ["postgres", "dev"],
  ["postgres", "prod"],
])("chart %s with the values for %s", (chart, environment) => {
  const values = ["-f", `${chart}/values-${environment}.yaml`];

  it("passes helm lint", () => {
    const { ok, output } = helm(program ?? "", "lint", "--strict", chart, ...CLUSTER, ...values);
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

  it("contains no Secret but a self-signed certificate", () => {
    const secrets = template(chart, ...values).filter(({ kind }) => kind === "Secret");
    const made = chart === "karlo" && environment === "prod" ? ["karlo-tls"] : [];
    expect(secrets.map(({ metadata }) => metadata.name)).toEqual(made);
  });
});

describe.skipIf(!program)("chart karlo", () => {
  const policies = Array(4).fill("NetworkPolicy");
  const script = "ConfigMap";
  const base = [
    ...["Deployment", "Job", ...policies, "Pod", "PodDisruptionBudget", "Service"],
    "ServiceAccount",
  ];
  const backup = ["ConfigMap", ...Array(3).fill("CronJob"), "PersistentVolumeClaim"];

  it("is one pod and its Service with the default values", () => {
    expect(kinds(template("karlo"))).toEqual(["ConfigMap", script, ...base].sort());
  });

  it("has everything that production needs", () => {
    const manifests = template("karlo", "-f", "karlo/values-prod.yaml");
    const operator = ["Role", "RoleBinding", "ServiceAccount"];
    const more = ["HorizontalPodAutoscaler", "Ingress", "Secret", ...operator];
    expect(kinds(manifests)).toEqual(["ConfigMap", script, ...base, ...backup, ...more].sort());
    expect(find(manifests, "Ingress").spec).toMatchObject({
      rules: [{ host: "todo.local" }],
      tls: [{ hosts: ["todo.local"], secretName: "karlo-tls" }],
    });
  });

  it("lets an operator read neither Secrets nor ConfigMaps, and change the one Deployment", () => {
    const { rules = [] } = find(template("karlo", "--set", "operator.enabled=true"), "Role");
    const resources = rules.flatMap((rule) => rule.resources);
    expect(resources).not.toContain("secrets");
    expect(resources).not.toContain("configmaps");
    const changes = rules.filter(({ verbs }) => verbs.includes("patch"));
    for (const { resourceNames } of changes) expect(resourceNames).toEqual(["karlo"]);
  });

  it("leaves the number of pods to the autoscaler", () => {
    const { spec } = find(template("karlo", "--set", "autoscaling.enabled=true"), "Deployment");
    expect(spec).not.toHaveProperty("replicas");
    expect(find(template("karlo"), "Deployment").spec.replicas).toBe(1);
  });

  it("allows one unavailable pod, and has the same objects for any number of pods", () => {
    const one = template("karlo", "--set", "replicas=1");
    expect(find(one, "PodDisruptionBudget").spec.maxUnavailable).toBe(1);
    expect(kinds(template("karlo", "--set", "replicas=3"))).toEqual(kinds(one));
  });

  it("turns off the buffering of nginx, unless it is overridden", () => {
    const ingress = (...args: string[]) =>
      find(template("karlo", "--set", "ingress.enabled=true,ingress.host=a.b", ...args), "Ingress")
        .metadata.annotations;
    const name = "nginx.ingress.kubernetes.io/proxy-buffering";
    expect(ingress()?.[name]).toBe("off");
    const override = `ingress.annotations.${name.replaceAll(".", "\\.")}=on`;
    expect(ingress("--set", override)?.[name]).toBe("on");
  });

  it("exposes metrics to the allowed peers only, and not through the Service", () => {
    const from = "networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.team=a";
    const manifests = template("karlo", "--set", from);
    const port = { name: "metrics", containerPort: 9464 };
    const { template: pod } = find(manifests, "Deployment").spec;
    expect(pod.spec.containers[0].ports).toContainEqual(port);
    expect(pod.metadata.annotations).toMatchObject({ "prometheus.io/port": "9464" });
    expect(find(manifests, "Service").spec.ports).toHaveLength(1);
    const rules = (all: Manifest[]) =>
      all.find(({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "karlo")?.spec
        .ingress;
    expect(rules(manifests)).toEqual([
      { ports: [{ protocol: "TCP", port: 3000 }] },
      {
        from: [{ namespaceSelector: { matchLabels: { team: "a" } } }],
        ports: [{ protocol: "TCP", port: 9464 }],
      },
    ]);
    expect(rules(template("karlo"))).toHaveLength(1);
    const off = find(template("karlo", "--set", "metrics.port=0"), "Deployment").spec.template;
    expect(off.spec.containers[0].ports).toHaveLength(1);
    expect(off.metadata.annotations).not.toHaveProperty("prometheus.io/scrape");
  });

  it("denies all traffic by default, and allows jobs to reach only the database", () => {
    const ports = "networkPolicy.egressPorts={443,6543},networkPolicy.databasePorts={6543}";
    const manifests = template("karlo", "-f", "karlo/values-prod.yaml", "--set", ports);
    const policy = (name: string) =>
      manifests.find(({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === name)
        ?.spec;
    expect(policy("karlo-deny")).toEqual({
      podSelector: {
        matchLabels: {
          "app.kubernetes.io/name": "karlo",
          "app.kubernetes.io/instance": "karlo",
        },
      },
      policyTypes: ["Ingress", "Egress"],
    });
    expect(policy("karlo-jobs")).toMatchObject({
      podSelector: { matchExpressions: [{ values: DATABASE_PODS }] },
      egress: [{ ports: [{ port: 53 }, { port: 53 }, { port: 6543 }] }],
    });
  });

  it("backs up on a schedule or by hand, and restores only by hand", () => {
    const jobs = (set: string) =>
      Object.fromEntries(
        template("karlo", "--set", `backup.enabled=true,${set}`)
          .filter(({ kind }) => kind === "CronJob")
          .map(({ metadata, spec }) => [metadata.name, spec]),
      );
    expect(jobs("backup.timeZone=Asia/Karachi")).toMatchObject({
      "karlo-backup": {
        schedule: "17 2 * * *",
        timeZone: "Asia/Karachi",
        suspend: false,
        concurrencyPolicy: "Forbid",
      },
      "karlo-restore": { suspend: true },
      "karlo-files": { suspend: true },
    });
    expect(jobs("backup.schedule=")["karlo-backup"].suspend).toBe(true);
  });

  it("migrates, backs up and restores as the owner of the tables", () => {
    const manifests = template(
      "karlo",
      "--set",
      "backup.enabled=true,secrets.migration=owner-1,secrets.database=db-1",
    );
    const readers = manifests
      .filter((manifest) => JSON.stringify(manifest).includes('"owner-1"'))
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(readers.sort()).toEqual([
      "CronJob karlo-backup",
      "CronJob karlo-restore",
      "Job karlo-migration",
    ]);
    expect(JSON.stringify(find(manifests, "Deployment"))).toContain('"db-1"');
  });

  it("rolls without an unavailable pod, and probes the right endpoints", () => {
    const { spec } = find(template("karlo"), "Deployment");
    expect(spec).toMatchObject({
      strategy: { rollingUpdate: { maxUnavailable: 0 } },
      template: {
        spec: {
          containers: [
            {
              securityContext: { runAsUser: 1000 },
              startupProbe: { httpGet: { path: "/health" } },
              readinessProbe: { httpGet: { path: "/ready?for=traffic" } },
              livenessProbe: { httpGet: { path: "/health" } },
              resources: { limits: { cpu: "500m", memory: "512Mi" } },
            },
          ],
        },
      },
    });
  });

  it("migrates before the other objects exist, with one Secret", () => {
    const job = find(template("karlo", "--set", "secrets.database=db-1,image.tag=v7"), "Job");
    expect(job.metadata.annotations?.["helm.sh/hook"]).toBe("pre-install,pre-upgrade");
    expect(job.spec.template?.spec.containers).toMatchObject([
      {
        image: "karlo:v7",
        args: ["migrate"],
        envFrom: [{ secretRef: { name: "db-1" } }],
      },
    ]);
  });

  it("excludes the pods of the migration and the test from the Service", () => {
    const manifests = template("karlo");
    const selector = find(manifests, "Service").spec.selector;
    expect(selector).toMatchObject({ "app.kubernetes.io/component": "web" });
  });
});

describe.skipIf(!program)("chart postgres", () => {
  it("keeps its volume as storage.keep says", () => {
    const policy = (keep: boolean) =>
      find(template("postgres", "--set", `storage.keep=${keep}`), "StatefulSet").spec
        .persistentVolumeClaimRetentionPolicy;
    expect(policy(true)).toMatchObject({ whenDeleted: "Retain" });
    expect(policy(false)).toMatchObject({ whenDeleted: "Delete" });
  });

  it("reads its password from the Secret in passwordSecret", () => {
    const set = find(template("postgres", "--set", "passwordSecret=pw-1"), "StatefulSet");
    expect(JSON.stringify(set)).toContain('"secretName":"pw-1"');
  });
});
