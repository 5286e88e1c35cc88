import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendMessage } from "#app/conversations/testing/chat-reader";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { freePort } from "../local/free-port";

const guide = path.resolve(import.meta.dirname, "../../docs/operate.md");
let api: TestApi;
let server: ServerProcess;
let amna: TestPerson;
let metricsUrl: string;

beforeAll(async () => {
  api = await createTestApi();
  const metricsPort = await freePort();
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  server = await startServer({
    DATABASE_URL: api.databaseUrl,
    BETTER_AUTH_SECRET: api.app.config.BETTER_AUTH_SECRET,
    PUBLIC_URL: api.app.config.PUBLIC_URL,
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: "error",
  });
  amna = server.as(await api.signUp("Amna Kanari"));
});
afterAll(async () => {
  await server?.kill();
  await api?.close();
});

interface Family {
  type: string;
  help: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

/**
 * Parses the text format strictly: anything ambiguous or invalid to Prometheus is an error.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
function parse(text: string): Map<string, Family> {
  expect(text.endsWith("\n")).toBe(true);
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let current: [string, Family] | undefined;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, kind, name = "", rest = ""] =
      /^# (HELP|TYPE) ([a-z_][a-z0-9_]*) (.+)$/.exec(line) ?? [];
    if (kind === "HELP") {
      expect(families.has(name), `${name} twice`).toBe(false);
      current = [name, { type: "", help: rest, samples: [] }];
      families.set(...current);
      continue;
    }
    if (!current) throw new Error(`Before any family: ${line}`);
    const [family, { samples }] = current;
    if (kind === "TYPE") {
      expect(name).toBe(family);
      expect(rest).toMatch(/^(counter|gauge|histogram|summary)$/);
      current[1].type = rest;
      continue;
    }
    const sample = /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (!sample) throw new Error(`Not a sample: ${line}`);
    const [, own = "", list = "", value] = sample;
    const labels = Object.fromEntries(
      [...list.matchAll(/([a-z_][a-z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/g)].map((match) => [
        match[1],
        match[2],
      ]),
    );
    expect(
      Object.entries(labels)
        .map(([label, text]) => `${label}="${text}"`)
        .join(","),
    ).toBe(list);
    const suffixes = current[1].type === "histogram" ? ["_bucket", "_sum", "_count"] : [""];
    expect(suffixes.map((suffix) => family + suffix)).toContain(own);
    expect(seen.has(own + list), line).toBe(false);
    seen.add(own + list);
    expect(Number.isNaN(Number(value)) && value !== "Nan").toBe(false);
    samples.push({ name: own, labels, value: Number(value) });
  }
  for (const [name, { type }] of families) {
    expect(type, name).not.toBe("");
    if (name.startsWith("karlo_")) expect(name.endsWith("_total"), name).toBe(type === "counter");
  }
  return families;
}

async function scrape(): Promise<{ text: string; families: Map<string, Family> }> {
  const response = await fetch(metricsUrl);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  return { text, families: parse(text) };
}

/** The sum of the samples of a metric with these labels. */
async function value(name: string, labels: Record<string, string> = {}): Promise<number> {
  const { families } = await scrape();
  const all = [...families.values()].flatMap(({ samples }) => samples);
  const matching = all.filter(
    (sample) =>
      sample.name === name &&
      Object.entries(labels).every(([label, is]) => sample.labels[label] === is),
  );
  return matching.reduce((sum, sample) => sum + sample.value, 0);
}

describe("/metrics", () => {
  it("is a valid exposition that includes the process metrics", async () => {
    const { families } = await scrape();
    for (const name of [
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_p99_seconds",
      "nodejs_heap_size_used_bytes",
      "karlo_info",
    ])
      expect(families.get(name)?.samples.length, name).toBeGreaterThan(0);
    expect(await value("karlo_listener_connected")).toBe(1);
    expect(families.get("karlo_info")?.samples[0]).toMatchObject({
      labels: {
        version: expect.stringMatching(/^\d/),
        migration: expect.stringMatching(/^\d{4}_/),
      },
      value: 1,
    });
  });

  it("is served on its own port only, which serves nothing else", async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    expect((await fetch(metricsUrl.replace("/metrics", "/"))).status).toBe(404);
    expect((await fetch(metricsUrl.replace("/metrics", "/api/v1/tasks"))).status).toBe(404);
    expect((await fetch(metricsUrl, { method: "POST" })).status).toBe(405);
  });

  it("counts requests by route", async () => {
    const added = { method: "POST", route: "/api/v1/tasks", status: "2xx" };
    const before = await value("karlo_http_requests_total", added);
    await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(await value("karlo_http_requests_total", added)).toBe(before + 1);
    expect(await value("karlo_http_request_duration_seconds_count", added)).toBe(before + 1);
    const one = { method: "GET", route: "/api/v1/tasks/:id" };
    await amna.call("GET", "/api/v1/tasks/1");
    await amna.call("GET", "/api/v1/tasks/99999");
    expect(await value("karlo_http_requests_total", { ...one, status: "2xx" })).toBe(1);
    expect(await value("karlo_http_requests_total", { ...one, status: "4xx" })).toBe(1);
    await fetch(`${server.url}/sign-in`);
    expect(await value("karlo_http_requests_total", { route: "/sign-in" })).toBe(1);
    expect(await value("karlo_database_pool_connections")).toBeGreaterThan(0);
  });

  it("has a bounded number of route labels", async () => {
    for (let n = 0; n < 30; n += 1) {
      await fetch(`${server.url}/kanari-${n}`);
      await fetch(`${server.url}/api/v1/kanari-${n}`);
      await fetch(`${server.url}/assets/kanari-${n}.js`);
      await fetch(`${server.url}/kanari-${n}.data`, { method: "PROPFIND" });
    }
    const { families } = await scrape();
    const routes = families.get("karlo_http_requests_total")?.samples ?? [];
    const found = new Set(routes.map(({ labels }) => labels.route));
    for (const route of found) expect(route).toMatch(/^(files|\/[a-z0-9/:_*.-]*)$/);
    expect([...found].filter((route) => route?.includes("kanari"))).toEqual([]);
    expect(found.size).toBeLessThan(20);
  });

  it("counts runs and tool calls by outcome, with their duration", async () => {
    expect((await sendMessage(amna, "add buy bread")).status).toBe("completed");
    const asked = await sendMessage(amna, "delete task 1");
    expect(asked.status).toBe("awaiting_approval");
    await sendMessage(amna, "yes", asked.conversation_id);
    const provider = { provider: "builtin" };
    expect(await value("karlo_runs_started_total", provider)).toBe(2);
    const ended = (outcome: string) =>
      value("karlo_run_duration_seconds_count", { ...provider, outcome });
    expect(await ended("completed")).toBe(2);
    expect(await ended("awaiting_approval")).toBe(1);
    expect(await value("karlo_run_first_token_seconds_count", provider)).toBeGreaterThan(0);
    expect(await value("karlo_runs_active")).toBe(0);
    const tool = { tool: "create_task", by: "assistant", outcome: "done" };
    expect(await value("karlo_tool_call_duration_seconds_count", tool)).toBe(1);
    expect(await value("karlo_tool_call_duration_seconds_sum", tool)).toBeGreaterThan(0);
  });

  it("counts what was understood, asked about and not, by language, and what was soon undone", async () => {
    const { run_id } = await sendMessage(amna, "دودھ لانا ہے");
    expect((await amna.call("POST", `/api/v1/runs/${run_id}/undo`, {})).status).toBe(200);
    await sendMessage(amna, "flurbl grumpf xyzzy?");
    const said = (labels: Record<string, string>) => value("karlo_messages_total", labels);
    expect(await said({ language: "ur", reading: "understood" })).toBe(1);
    expect(await said({ reading: "unknown" })).toBe(1);
    expect(await value("karlo_undone_total", { language: "ur", soon: "yes" })).toBe(1);
    expect(await value("karlo_run_duration_seconds_count", { language: "ur" })).toBe(1);
  });

  it("measures how long changes waited on their device", async () => {
    const said_at = new Date(Date.now() - 45_000).toISOString();
    const form = { intent: "add", title: "eggs" };
    expect((await amna.call("POST", "/api/v1/tasks/forms", { form, said_at })).status).toBe(200);
    expect(await value("karlo_sync_waiting_seconds_sum")).toBeGreaterThan(44);
  });

  it("counts open streams", async () => {
    const kind = { kind: "tasks" };
    const left = new AbortController();
    const { token } = amna;
    const response = await fetch(`${server.url}/api/v1/tasks/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: left.signal,
    });
    await response.body?.getReader().read();
    expect(await value("karlo_open_streams", kind)).toBe(1);
    left.abort();
    await expect.poll(() => value("karlo_open_streams", kind)).toBe(0);
  });

  it("contains no user data", async () => {
    const { text } = await scrape();
    expect(text).not.toMatch(/kanari|milk|bread/i);
    for (const secret of [amna.id, amna.email, amna.token]) expect(text).not.toContain(secret);
  });

  it("is documented in docs/operate.md", async () => {
    const { families } = await scrape();
    const page = await readFile(guide, "utf8");
    const own = [...families].filter(([name]) => name.startsWith("karlo_"));
    for (const [name, { type, help, samples }] of own) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
      expect(row, name).toBeDefined();
      expect(row, name).toContain(`| ${type} |`);
      expect(row, name).toContain(help.replaceAll("|", "\\|"));
      for (const label of new Set(samples.flatMap(({ labels }) => Object.keys(labels))))
        if (label !== "le") expect(row, name).toContain(`\`${label}\``);
    }
    const named = [...page.matchAll(/^\| `(karlo_\w+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(own.map(([name]) => name).sort());
  });
});
