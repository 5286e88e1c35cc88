import { createServer } from "node:http";
import { exposeMetrics } from "./metrics";

/** A listening metrics server. */
export interface MetricsServer {
  close(): Promise<void>;
}

/**
 * Serves `/metrics` and nothing else, on a port of its own that no Ingress exposes.
 *
 * @throws an error with `code` EADDRINUSE when the port is taken
 */
export function serveMetrics(port: number, host: string): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.url?.split("?")[0] !== "/metrics") return response.writeHead(404).end();
    if (request.method !== "GET") return response.writeHead(405, { allow: "GET" }).end();
    const { text, type } = await exposeMetrics();
    response.writeHead(200, { "content-type": type }).end(text);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve({ close }));
  });
}
