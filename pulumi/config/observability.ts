import { z } from "zod";
import { flag, httpUrl, section, share } from "./values";

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
