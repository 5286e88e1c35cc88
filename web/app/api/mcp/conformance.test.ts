import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConformanceTarget, runScenario, serveForConformance } from "#testing/conformance";
import { createFixtureServer } from "#testing/conformance-fixtures";
import { createTestApi, type TestApi } from "#testing/test-app";
import { mcpHandler } from "./mcp";

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

/** Those that call tools, resources and prompts of the suite, which the product does not have. */
const FIXTURES = {
  "2025-11-25": [
    "tools-call-simple-text",
    "tools-call-image",
    "tools-call-audio",
    "tools-call-embedded-resource",
    "tools-call-mixed-content",
    "tools-call-error",
    "tools-call-with-progress",
    "resources-read-text",
    "resources-read-binary",
    "resources-templates-read",
    "prompts-get-simple",
    "prompts-get-with-args",
    "prompts-get-embedded-resource",
    "prompts-get-with-image",
    "completion-complete",
  ],
  "2026-07-28": [
    "tools-call-simple-text",
    "tools-call-mixed-content",
    "tools-call-error",
    "tools-call-with-progress",
    "resources-templates-read",
    "prompts-get-with-args",
    "completion-complete",
    "input-required-result-basic-elicitation",
    "input-required-result-basic-sampling",
    "input-required-result-basic-list-roots",
    "input-required-result-request-state",
    "input-required-result-multiple-input-requests",
    "input-required-result-multi-round",
    "input-required-result-missing-input-response",
    "input-required-result-non-tool-request",
    "input-required-result-result-type",
    "input-required-result-tampered-state",
    "input-required-result-unsupported-methods",
    "input-required-result-capability-check",
    "input-required-result-ignore-extra-params",
    "input-required-result-validate-input",
  ],
};

let api: TestApi;
let fixtures: ConformanceTarget;
let target: ConformanceTarget;
beforeAll(async () => {
  api = await createTestApi();
  const { token, call } = await api.signUp();
  await call("POST", "/api/v1/tasks", { title: "a task" });
  const handler = mcpHandler(createFixtureServer, 1024 * 1024, api.app.log);
  fixtures = await serveForConformance((request) => handler.fetch(request));
  target = await serveForConformance((request) => api.fetch(request.url, request), token);
});
afterAll(async () => {
  await Promise.all([target.close(), fixtures.close()]);
  await api.close();
});

describe.each(Object.entries(SCENARIOS))("the conformance suite of %s", (version, scenarios) => {
  it.each(scenarios)("finds nothing wrong in %s", async (scenario) => {
    expect(await runScenario(target.url, scenario, version)).toBe("");
  });
});

describe.each(Object.entries(FIXTURES))(
  "the transport, by the suite of %s",
  (version, scenarios) => {
    it.each(scenarios)("finds nothing wrong in %s", async (scenario) => {
      expect(await runScenario(fixtures.url, scenario, version)).toBe("");
    });
  },
);
