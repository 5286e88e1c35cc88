import { z } from "zod";

/** Headers as the OpenTelemetry variables have them, a list like that of W3C baggage. */
function readHeaders(list: string, context: z.RefinementCtx): Record<string, string> {
  const pairs = list.split(",").filter((pair) => pair.trim() !== "");
  try {
    return Object.fromEntries(
      pairs.map((pair) => {
        const [, name, value] = /^\s*([\w-]+)\s*=(.*)$/.exec(pair) as RegExpExecArray;
        return [name, decodeURIComponent((value ?? "").trim())];
      }),
    );
  } catch {
    context.addIssue({ code: "custom", message: "a list such as key=value,key2=value2" });
    return z.NEVER;
  }
}

/** The environment variables of traces, by the names that OpenTelemetry gave them. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "a http or https URL" })
    .optional()
    .describe(
      "Base URL of an OpenTelemetry collector (OTLP by HTTP, such as http://collector:4318). Without it nothing is traced. See [operate.md](operate.md).",
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .default("")
    .transform(readHeaders)
    .describe("Headers of that collector, as `key=value,key2=value2`; values are URL-encoded."),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: "a number from 0 to 1" })
    .min(0)
    .max(1)
    .default(0.1)
    .describe("Share of traces that are recorded."),
};
