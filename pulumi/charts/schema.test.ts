import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLUSTER, findHelm, helm } from "./helm";

const program = findHelm();

/** Invalid values, and what the error message names. */
const INVALID: Record<string, [string, string][]> = {
  karlo: [
    ["replicas=0", "/replicas"],
    ["replicas=two", "/replicas"],
    ["replica=2", "'replica'"],
    ["autoscaling.minReplicas=0", "/autoscaling/minReplicas"],
    ["autoscaling.targetCPUUtilizationPercentage=170", "/autoscaling/targetCPU"],
    ["autoscaling.max=3", "'max'"],
    ["image.repository=", "/image/repository"],
    ["image.tag=a/b", "/image/tag"],
    ["image.pullPolicy=Sometimes", "/image/pullPolicy"],
    ["app.publicUrl=todo.local", "/app/publicUrl"],
    ["app.publicUrl=https://todo.local/path", "/app/publicUrl"],
    ["app.colour=red", "'colour'"],
    ["app.model.provider=gpt", "/app/model/provider"],
    ["app.model.provider=custom", "/app/model/name"],
    ["app.model.baseUrl=http://models", "/app/model/baseUrl"],
    ["app.environment.SMTP_URL=smtp://mail", "SMTP_URL"],
    ["app.environment.RUNS_AT_ONCE=many", "/app/environment/RUNS_AT_ONCE"],
    ["app.environment.LOG_LEVEL=loud", "/app/environment/LOG_LEVEL"],
    ["secrets.app=Not_A_Name", "/secrets/app"],
    ["secrets.database=", "/secrets/database"],
    ["secrets.password=hunter2", "'password'"],
    ["service.type=Headless", "/service/type"],
    ["service.port=0", "/service/port"],
    ["service.nodePort=30080", "/service/nodePort"],
    ["service.type=NodePort,service.nodePort=80", "/service/nodePort"],
    ["ingress.enabled=true", "/ingress/host"],
    ["ingress.host=Todo Local", "/ingress/host"],
    ["ingress.tlsSecret=karlo-tls", "'tlsSecret'"],
    ["ingress.tls.enabled=true", "/ingress/tls"],
    [
      "ingress.tls.enabled=true,ingress.tls.selfSigned=true,ingress.tls.secretName=x",
      "/ingress/tls",
    ],
    ["metrics.port=80", "/metrics/port"],
    ["metrics.port=3000", "/metrics/port"],
    ["resources.limits.memory=lots", "/resources/limits/memory"],
    ["networkPolicy.egressPorts=all", "/networkPolicy/egressPorts"],
    ["networkPolicy.metricsFrom[0].namespace=monitoring", "/networkPolicy/metricsFrom/0"],
    ["migration.timeoutSeconds=1", "/migration/timeoutSeconds"],
    ["backup.schedule=nightly", "/backup/schedule"],
    ["backup.keep=0", "/backup/keep"],
    ["backup.image=postgres", "/backup/image"],
    ["backup.user=0", "/backup/user"],
    ["backup.storage.size=5", "/backup/storage/size"],
    ["backup.bucket=s3://dumps", "'bucket'"],
  ],
  postgres: [
    ["image.name=postgres", "/image/name"],
    ["image.tag=18", "'tag'"],
    ["user=Karlo; DROP", "/user"],
    ["database=", "/database"],
    ["passwordSecret=", "/passwordSecret"],
    ["password=hunter2", "'password'"],
    ["storage.size=5", "/storage/size"],
    ["storage.keep=maybe", "/storage/keep"],
    ["networkPolicy.clients=all", "/networkPolicy/clients"],
    ["resources.limits.cpu=fast", "/resources/limits/cpu"],
  ],
};

describe.skipIf(!program).each(Object.entries(INVALID))("chart %s", (chart, invalid) => {
  it.each(invalid)("refuses %s and names %s", (value, named) => {
    const set = [...CLUSTER, "--set", value];
    const { ok, error } = helm(program ?? "", "template", chart, chart, ...set);
    expect(ok, `${value} was accepted`).toBe(false);
    expect(error).toContain("values don't meet the specifications");
    expect(error).toContain(named);
  });
});

/** Variables that are set from another value, a Secret or the image, or that the server does not read. */
const SET_ELSEWHERE =
  /_KEY$|^(PORT|HOST|METRICS_PORT|PUBLIC_URL|CORS_ORIGINS|TRUSTED_PROXIES|KARLO_USER|KARLO_DATA|BETTER_AUTH_SECRET|BETTER_AUTH_PREVIOUS_SECRETS|SMTP_URL|MAIL_FROM|OTEL_EXPORTER_OTLP_HEADERS)$|^(GOOGLE_|MIGRATION_|APP_DATABASE_)|DATABASE_URL$|^MODEL_(PROVIDER|NAME|BASE_URL)$/;

it("accepts every other documented variable under app.environment", () => {
  const page = readFileSync(join(__dirname, "../../docs/configuration.md"), "utf8");
  const documented = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name ?? "");
  const schema = JSON.parse(readFileSync(join(__dirname, "karlo/values.schema.json"), "utf8"));
  const accepted: string[] = schema.properties.app.properties.environment.propertyNames.enum;
  expect(accepted.sort()).toEqual(documented.filter((name) => !SET_ELSEWHERE.test(name)).sort());
});
