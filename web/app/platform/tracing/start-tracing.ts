import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";

/** Where traces go, and how many of them. */
export interface TracingOptions {
  /** Base URL of an OTLP collector; spans go to `/v1/traces` below it. */
  endpoint: string;
  /** Headers of the collector, such as its key. */
  headers: Record<string, string>;
  /** The share of traces that are recorded, from 0 to 1. */
  ratio: number;
  version: string;
}

/**
 * Sends traces by OTLP (HTTP, protobuf) from now on.
 *
 * A trace is recorded by its id alone, whatever the caller's `traceparent` says of sampling: no
 * stranger decides what this process records, and every replica decides the same for a run that
 * goes from one to the next.
 *
 * @returns a function that sends what is left and stops
 */
export function startTracing({ endpoint, headers, ratio, version }: TracingOptions) {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, "")}/v1/traces`,
    headers,
  });
  const sampled = new TraceIdRatioBasedSampler(ratio);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": "karlo",
      "service.version": version,
    }).merge(detectResources({ detectors: [envDetector] })),
    sampler: new ParentBasedSampler({
      root: sampled,
      remoteParentSampled: sampled,
      remoteParentNotSampled: sampled,
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async (): Promise<void> => {
    // A collector that is gone must not hold up the end of the process.
    await provider.shutdown().catch(() => {});
    trace.disable();
    propagation.disable();
    context.disable();
  };
}
