import { z } from "zod";
import { flag, httpUrl, name, section, share, text } from "./values";

/** What is seen of the app from outside, beside its metrics and its log. */
export const observability = section({
  traces: section({
    endpoint: httpUrl.describe(
      "an OTLP collector (HTTP), such as http://collector.monitoring:4318",
    ),
    share: share.default(0.1).describe("the share of traces that are recorded"),
  })
    .optional()
    .describe("where traces are sent; nowhere when absent"),
  monitoring: section({
    operator: flag()
      .default(false)
      .describe("a PodMonitor and alerts, for a cluster with Prometheus' operator"),
    labels: z
      .record(z.string(), z.string(), { error: "names with texts" })
      .meta({ takes: "names with texts" })
      .default({})
      .describe("labels by which that operator selects them"),
    dashboards: flag().default(false).describe("a dashboard for Grafana, as a ConfigMap"),
  })
    .prefault({})
    .describe("what watches over the stack in the cluster"),
});

/** Operation by an assistant. */
export const operator = section({
  enabled: flag()
    .default(true)
    .describe("whether there is a ServiceAccount with a Role for npm run mcp:operate"),
});

const objectName = text(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "the name of an object");

/** Agents of kagent. */
export const agents = section({
  enabled: flag().default(false).describe("whether there are any; kagent must be installed"),
  modelConfig: objectName
    .default("default-model-config")
    .describe("a ModelConfig of kagent in the stack's namespace"),
  tasksSecret: objectName
    .optional()
    .describe(
      "a Secret with a personal access token, for an agent with Karlo's own tools; none when absent",
    ),
  kagentNamespace: name.default("kagent").describe("where kagent's controller runs"),
});
