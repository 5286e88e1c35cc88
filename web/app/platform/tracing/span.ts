import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";

// Delegates to the provider of `startTracing`; without one every span is a shared object that does
// nothing.
const tracer = trace.getTracer("karlo");

/** What a span says beside its name. Never content: no title, message, address, path or query. */
export interface SpanOptions {
  kind?: "internal" | "server" | "client";
  /** By the semantic conventions, https://opentelemetry.io/docs/specs/semconv/ */
  attributes?: Attributes;
  /**
   * The `traceparent` of the parent. Null begins a new trace; by default the parent is the span of
   * the current async context.
   */
  parent?: string | null;
}

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
} as const;

/**
 * Runs `work` in a span, which ends with it. An error is recorded by its type alone: messages quote
 * what people wrote.
 *
 * @param name of few values, such as "execute_tool create_task"
 * @returns what `work` returns
 * @throws what `work` throws
 */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => T | Promise<T>,
): Promise<T> {
  const span = startSpan(name, options);
  try {
    return await withSpan(span, () => work(span));
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Starts a span that the caller ends; see {@link withSpan} for what is to be below it. */
export function startSpan(name: string, { kind = "internal", attributes, parent }: SpanOptions) {
  return tracer.startSpan(name, { kind: KINDS[kind], attributes }, parentContext(parent));
}

/** Runs `work` so that spans it starts are below this one. */
export function withSpan<T>(span: Span, work: () => T): T {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** Marks a span as failed. */
export function failSpan(span: Span, error: unknown): void {
  const { code, name } = error as { code?: unknown; name?: unknown };
  span.setAttribute("error.type", String(code ?? name ?? "Error"));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** True if the current async context is part of a trace that is recorded. */
export function isTraced(): boolean {
  return trace.getActiveSpan()?.isRecording() ?? false;
}

/** The id of the trace that is recorded in this async context, for the log. */
export function currentTraceId(): string | undefined {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? span.spanContext().traceId : undefined;
}

/** The headers by which another service continues the trace of this async context. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/** The `traceparent` of this async context; null where nothing is traced. */
export function currentTraceParent(): string | null {
  return traceHeaders().traceparent ?? null;
}

function parentContext(parent: string | null | undefined): Context {
  if (parent === undefined) return context.active();
  if (parent === null) return ROOT_CONTEXT;
  return propagation.extract(ROOT_CONTEXT, { traceparent: parent });
}

/** Whether this is a `traceparent` that a trace can continue. */
export function isTraceParent(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [version, traceId = "", spanId = "", flags = ""] = value.split("-");
  return (
    version === "00" &&
    isSpanContextValid({ traceId, spanId, traceFlags: Number.parseInt(flags, 16) })
  );
}
