import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A span as a collector gets it. */
export interface CollectedSpan {
  name: string;
  traceId: string;
  spanId: string;
  /** Empty for the first span of a trace. */
  parentId: string;
  attributes: Record<string, string | number>;
  failed: boolean;
}

/** A collector that takes traces by OTLP, as protobuf over HTTP. */
export interface OtlpCollector {
  url: string;
  spans: CollectedSpan[];
  /** Everything that came, as text: what must not be in it is looked for here. */
  bytes(): string;
  close(): Promise<void>;
}

/** Starts a collector on a free port. */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  const spans: CollectedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.from(await text(request.setEncoding("latin1")), "latin1");
    if (request.url !== "/v1/traces") return response.writeHead(404).end();
    bodies.push(body.toString("utf8"));
    for (const resource of parts(body, 1))
      for (const scope of parts(resource, 2))
        for (const span of parts(scope, 2)) spans.push(toSpan(span));
    return response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    bytes: () => bodies.join("\n"),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Numbers of fields:
 * https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto
 */
function toSpan(span: Buffer): CollectedSpan {
  const [status] = parts(span, 15);
  return {
    traceId: parts(span, 1)[0]?.toString("hex") ?? "",
    spanId: parts(span, 2)[0]?.toString("hex") ?? "",
    parentId: parts(span, 4)[0]?.toString("hex") ?? "",
    name: parts(span, 5)[0]?.toString() ?? "",
    attributes: Object.fromEntries(
      parts(span, 9).map((pair) => {
        const [value] = parts(pair, 2) as [Buffer];
        const [string] = parts(value, 1);
        return [String(parts(pair, 1)[0]), string?.toString() ?? numbers(value, 3)[0] ?? ""];
      }),
    ),
    failed: status !== undefined && numbers(status, 3)[0] === 2,
  };
}

const parts = (message: Buffer, field: number): Buffer[] =>
  fields(message).flatMap(({ number, value }) =>
    number === field && Buffer.isBuffer(value) ? [value] : [],
  );
const numbers = (message: Buffer, field: number): number[] =>
  fields(message).flatMap(({ number, value }) =>
    number === field && typeof value === "number" ? [value] : [],
  );

/** Fields of a protobuf message: https://protobuf.dev/programming-guides/encoding/ */
function fields(message: Buffer): { number: number; value: Buffer | number }[] {
  const read: { number: number; value: Buffer | number }[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++] as number;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const bytes = (length: number): Buffer => {
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const kind = tag & 7;
    const value = kind === 0 ? varint() : bytes(kind === 2 ? varint() : kind === 1 ? 8 : 4);
    read.push({ number: tag >>> 3, value });
  }
  return read;
}
