// Traces as a collector gets them from the built server.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startFakeProvider } from "#app/assistant/testing/fake-provider";
import {
  type CollectedSpan,
  type OtlpCollector,
  startOtlpCollector,
} from "#testing/otlp-collector";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CALLER = "b7ad6b7169203331";
const traceparent = `00-${TRACE}-${CALLER}-01`;

let api: TestApi;
let collector: OtlpCollector;
let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let hold = false;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  collector = await startOtlpCollector();
  provider = await startFakeProvider("chat", ({ step }) => {
    if (hold) return { text: "", cut: { after: 0, how: "held" } };
    if (step === 0) return { calls: [{ name: "create_task", arguments: { title: "zucchini" } }] };
    return { text: "It is on your list." };
  });
  // The process in this one would take runs over.
  await api.app.runs.close(0);
});
afterAll(async () => {
  await provider.close();
  await collector.close();
  await api.close();
});
beforeEach(async () => {
  amna = await api.signUp();
  collector.spans.length = 0;
});

const start = (environment: Record<string, string> = {}): Promise<ServerProcess> =>
  startServer({
    DATABASE_URL: api.databaseUrl,
    BETTER_AUTH_SECRET: api.app.config.BETTER_AUTH_SECRET,
    PUBLIC_URL: api.app.config.PUBLIC_URL,
    LOG_LEVEL: "error",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: "1",
    ...environment,
  });
const custom = () =>
  start({ MODEL_PROVIDER: "custom", MODEL_NAME: "some-model", MODEL_BASE_URL: provider.url });

const named = (name: string | RegExp): CollectedSpan[] =>
  collector.spans.filter((span) =>
    typeof name === "string" ? span.name === name : name.test(span.name),
  );
/** The names of the spans above one, the nearest first. */
function above(span: CollectedSpan | undefined): string[] {
  const parent = collector.spans.find(({ spanId }) => spanId === span?.parentId);
  return parent ? [parent.name, ...above(parent)] : [];
}
const parentOf = (sent: unknown): string => String(sent).split("-")[2] ?? "";

it("goes from a request to its run, its model, its tools and their statements", async () => {
  const server = await start();
  const message = "add buy zucchini tomorrow";
  const response = await server.as(amna).call("POST", "/api/v1/chat", { message }, { traceparent });
  expect(response.status).toBe(200);
  // What is left is sent at the end.
  expect(await server.terminate()).toBe(0);
  const [request] = named("POST /api/v1/chat");
  expect(request).toMatchObject({ traceId: TRACE, parentId: CALLER, failed: false });
  expect(request?.attributes).toMatchObject({ "http.response.status_code": 200 });
  const [run] = named("invoke_agent karlo");
  expect(above(run)).toEqual(["POST /api/v1/chat"]);
  const [model] = named("chat builtin");
  expect(above(model)[0]).toBe("invoke_agent karlo");
  expect(model?.attributes).toMatchObject({
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "builtin",
  });
  expect(named(/^job /).map((job) => above(job)[0])).toContain("chat builtin");
  const [tool] = named("execute_tool create_task");
  expect(above(tool)[0]).toBe("invoke_agent karlo");
  const statements = collector.spans.filter(({ parentId }) => parentId === tool?.spanId);
  expect(statements.map(({ attributes }) => attributes["db.system.name"])).toContain("postgresql");
  for (const content of ["zucchini", amna.id, amna.token, "example.com", "WHERE "])
    expect(collector.bytes()).not.toContain(content);
});

it("is continued by the process that takes a run over, and by the provider", async () => {
  hold = true;
  const first = await custom();
  const sent = first
    .as(amna)
    .call("POST", "/api/v1/chat", { message: "add soap" }, { traceparent })
    .catch(() => null);
  await expect.poll(() => provider.requests).toHaveLength(1);
  expect(provider.requests[0]?.headers?.traceparent).toContain(TRACE);
  await first.kill();
  await sent;
  hold = false;
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query("UPDATE run SET lease_until = now() WHERE lease_until IS NOT NULL");
  await client.end();
  const second = await custom();
  const { db } = api.app;
  const where = { userId: amna.id, status: "completed" };
  await expect.poll(() => db.run.count({ where })).toBe(1);
  expect(await second.terminate()).toBe(0);
  const [run] = named("invoke_agent karlo");
  expect(run).toMatchObject({ traceId: TRACE, attributes: { "karlo.run.takeovers": 1 } });
  const [model] = named("chat some-model");
  expect(model?.traceId).toBe(TRACE);
  expect(parentOf(provider.requests.at(-1)?.headers?.traceparent)).toBe(
    named("chat some-model")[1]?.spanId,
  );
  expect(named("execute_tool create_task")[0]?.traceId).toBe(TRACE);
});

it("is continued from what an MCP client sends with a call", async () => {
  const server = await start();
  await server.as(amna).call(
    "POST",
    "/mcp",
    {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "list_tasks", arguments: {}, _meta: { traceparent } },
    },
    { accept: "application/json, text/event-stream" },
  );
  expect(await server.terminate()).toBe(0);
  expect(named("execute_tool list_tasks")).toMatchObject([{ traceId: TRACE, parentId: CALLER }]);
});

it("is not begun by strangers, probes, or without a collector", async () => {
  const server = await start({ OTEL_TRACES_SAMPLER_ARG: "0" });
  await server.as(amna).call("GET", "/api/v1/tasks", undefined, { traceparent });
  expect(await server.terminate()).toBe(0);
  expect(collector.spans).toEqual([]);
  const other = await start();
  await fetch(`${other.url}/health`);
  expect(await other.terminate()).toBe(0);
  expect(named(/health|ready/)).toEqual([]);
});

it("does not wait for a collector that is gone", async () => {
  const server = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" });
  expect((await server.as(amna).call("GET", "/api/v1/tasks")).status).toBe(200);
  expect(await server.terminate()).toBe(0);
});
