// The queries of the dashboard and the alerts, run by a real Prometheus on the metrics of a real process.
// Skipped where there is no Prometheus; it is a package of most distributions.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sendMessage } from "#app/conversations/testing/chat-reader";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestApi, type TestApi } from "#testing/test-app";
import { freePort } from "../local/free-port";

const hasPrometheus = spawnSync("prometheus", ["--version"]).status === 0;
const files = path.resolve(import.meta.dirname, "../../pulumi/charts/karlo/files");

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

const dashboard = JSON.parse(readFileSync(path.join(files, "dashboard.json"), "utf8")) as Dashboard;
const queries = dashboard.panels.flatMap(({ title, targets }) =>
  targets.map(({ expr }) => [title, expr] as const),
);

/** Panels of what this test makes happen; the others show what is rare. */
const SHOWN = [
  ...["Requests a second", "Time of a request", "Slowest routes", "Runs of the assistant"],
  ...["First word of an answer", "Whole answers", "Not understood at once", "Time of a tool"],
  ...["Calls of tools", "Connections of the database"],
  ...["Memory of a pod", "Delay of the event loop", "Versions", "Hears of changes"],
];

describe.skipIf(!hasPrometheus)("the dashboard, on a real Prometheus", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "karlo-prometheus-"));
  let api: TestApi;
  let server: ServerProcess;
  let prometheus: ReturnType<typeof spawn>;
  let address: string;

  beforeAll(async () => {
    api = await createTestApi();
    const metricsPort = await freePort();
    server = await startServer({
      DATABASE_URL: api.databaseUrl,
      BETTER_AUTH_SECRET: api.app.config.BETTER_AUTH_SECRET,
      PUBLIC_URL: api.app.config.PUBLIC_URL,
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: "error",
    });
    const target = {
      targets: [`127.0.0.1:${metricsPort}`],
      labels: { namespace: "karlo", pod: "a" },
    };
    const job = { job_name: "karlo", scrape_interval: "1s", static_configs: [target] };
    const config = path.join(folder, "prometheus.yml");
    writeFileSync(
      config,
      JSON.stringify({ scrape_configs: [job], rule_files: [path.join(files, "alerts.yaml")] }),
    );
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    prometheus = spawn(
      "prometheus",
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${path.join(folder, "data")}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: "ignore" },
    );
    const isReady = () =>
      fetch(`${address}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await vi.waitUntil(isReady, { timeout: 60_000 });
    const amna = server.as(await api.signUp("Amna"));
    // A rate is of what comes between two reads.
    const isRead = () => ask("karlo_info").then((found) => found.length > 0);
    await vi.waitUntil(isRead, { timeout: 60_000 });
    for (const title of ["milk", "bread", "tea"]) await sendMessage(amna, `add ${title}`);
    for (const word of ["flurbl", "grumpf"]) await sendMessage(amna, word);
  });
  afterAll(async () => {
    prometheus?.kill();
    await server?.kill();
    await api?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a query as Grafana does, with its variables replaced; returns the series. */
  async function ask(query: string): Promise<unknown[]> {
    const expr = query.replaceAll("$__rate_interval", "1m").replaceAll("$namespace", ".*");
    const response = await fetch(`${address}/api/v1/query?query=${encodeURIComponent(expr)}`);
    const { status, error, data } = (await response.json()) as {
      status: string;
      error?: string;
      data?: { result: unknown[] };
    };
    expect(`${status} ${error ?? ""}`.trim(), expr).toBe("success");
    return data?.result ?? [];
  }

  it.each(queries)("%s", async (title, expr) => {
    if (!SHOWN.includes(title)) await ask(expr);
    else
      await expect
        .poll(() => ask(expr).then((found) => found.length), { timeout: 60_000 })
        .toBeGreaterThan(0);
  });

  it("takes the alerts, none of which fires", async () => {
    const response = await fetch(`${address}/api/v1/rules`);
    const { data } = (await response.json()) as {
      data: { groups: { rules: { name: string; health: string; state: string }[] }[] };
    };
    const rules = data.groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter(({ state }) => state === "firing")).toEqual([]);
  });
});
