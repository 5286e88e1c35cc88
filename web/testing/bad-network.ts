import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";

/**
 * What a network does to what passes: `up` nothing; `slow` 400 ms each way, and every hundredth piece
 * arrives a second late, as one that was lost and sent again; `down` ends connections; `hangs` takes
 * requests and says nothing more, in the middle of answers too; `bad-gateway` and `unavailable` answer
 * 502 and 503; `captive` answers everything with the page of a hotel's Wi-Fi, status 200.
 */
export type NetworkMode =
  | "up"
  | "slow"
  | "down"
  | "hangs"
  | "bad-gateway"
  | "unavailable"
  | "captive";

/** A network between a browser and an app, which tests make bad. */
export interface BadNetwork {
  /** Where the browser finds the app: the `PUBLIC_URL` of the app. */
  url: string;
  /** Connects it to the address where the app listens. */
  connect(address: string): void;
  /** Changes what it does, for requests and answers on their way too. */
  set(mode: NetworkMode): void;
  /** Goes down and up again in turn until the returned function is called, which leaves it up. */
  flap(everyMs: number): () => void;
  /** Answers a path with this script from now on, as a new version of the app would. */
  replace(path: string, script: string): void;
  /** The requests that came so far, as "GET /tasks". */
  requests: string[];
  close(): Promise<void>;
}

const DELAY_MS = 400;
const LOST_MS = 1_000;
const LOST_EVERY = 100;
const PORTAL = "<!doctype html><title>Hotel Wi-Fi</title><h1>Accept our terms to go online</h1>";

/** Starts a network on a free port, which is up. */
export async function startBadNetwork(): Promise<BadNetwork> {
  let mode: NetworkMode = "up";
  let target: URL | undefined;
  let pieces = 0;
  let changed = Promise.withResolvers<void>();
  const requests: string[] = [];
  const replaced = new Map<string, string>();

  /** Resolves when a piece may pass. */
  async function pass(): Promise<void> {
    while (mode === "hangs") await changed.promise;
    if (mode !== "slow") return;
    pieces += 1;
    await wait(pieces % LOST_EVERY === 0 ? DELAY_MS + LOST_MS : DELAY_MS);
  }

  const delayed = () =>
    new Transform({ transform: (piece, _, done) => void pass().then(() => done(null, piece)) });

  async function forward(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    requests.push(`${incoming.method} ${incoming.url}`);
    await pass();
    if (mode === "down") return void incoming.socket.destroy();
    if (mode === "bad-gateway") return void answer.writeHead(502).end("Bad gateway");
    if (mode === "unavailable") return void answer.writeHead(503).end("Unavailable");
    if (mode === "captive") {
      return void answer.writeHead(200, { "content-type": "text/html" }).end(PORTAL);
    }
    const { method, url, headers } = incoming;
    const script = replaced.get(url ?? "");
    if (script !== undefined) {
      return void answer.writeHead(200, { "content-type": "text/javascript" }).end(script);
    }
    const outgoing = request(new URL(url ?? "/", target), { method, headers });
    const closed = new AbortController();
    answer.once("close", () => closed.abort());
    const sent = pipeline(incoming, outgoing, { signal: closed.signal }).catch(() => {});
    const [response] = (await once(outgoing, "response", { signal: closed.signal })) as [
      IncomingMessage,
    ];
    await pass();
    answer.writeHead(response.statusCode ?? 502, response.headers);
    await pipeline(response, delayed(), answer);
    await sent;
  }

  const server = createServer((incoming, answer) => {
    // A connection that ends on the way is what this is for.
    forward(incoming, answer).catch(() => answer.destroy());
  });
  server.on("connection", (socket) => mode === "down" && socket.destroy());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  function set(next: NetworkMode): void {
    mode = next;
    const before = changed;
    changed = Promise.withResolvers();
    before.resolve();
    if (next === "down") server.closeAllConnections();
  }

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    connect: (address) => {
      target = new URL(address);
    },
    set,
    flap: (everyMs) => {
      const timer = setInterval(() => set(mode === "up" ? "down" : "up"), everyMs);
      return () => {
        clearInterval(timer);
        set("up");
      };
    },
    replace: (path, script) => void replaced.set(path, script),
    requests,
    close: async () => {
      set("down");
      server.close();
      server.closeAllConnections();
    },
  };
}
