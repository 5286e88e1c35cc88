import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConformanceTarget, runScenario, serveForConformance } from "#testing/conformance";
import { createTestApi, type TestApi } from "#testing/test-app";

/** The scenarios of the suite that need no tools of its own. */
const SCENARIOS = {
  "2025-11-25": [
    "server-initialize",
    "ping",
    "tools-list",
    "server-sse-multiple-streams",
    "resources-list",
    "prompts-list",
    "dns-rebinding-protection",
  ],
  "2026-07-28": [
    "tools-list",
    "server-sse-multiple-streams",
    "resources-list",
    "sep-2164-resource-not-found",
    "prompts-list",
    "dns-rebinding-protection",
    "caching",
    "http-header-validation",
  ],
};

let api: TestApi;
let target: ConformanceTarget;
beforeAll(async () => {
  api = await createTestApi();
  const { token, call } = await api.signUp();
  await call("POST", "/api/v1/tasks", { title: "a task" });
  target = await serveForConformance((request) => api.fetch(request.url, request), token);
});
afterAll(async () => {
  await target.close();
  await api.close();
});

describe.each(Object.entries(SCENARIOS))("the conformance suite of %s", (version, scenarios) => {
  it.each(scenarios)("finds nothing wrong in %s", async (scenario) => {
    expect(await runScenario(target.url, scenario, version)).toBe("");
  });
});
