import { PassThrough, type Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Transport } from "@modelcontextprotocol/server";

/** Longest wait for the answers to what was asked before the input ended. */
const WAIT_MS = 30_000;

/**
 * An input that ends only when what it brought has been answered: a client that writes its requests and
 * closes its end, as a script does, gets its answers.
 *
 * @param source newline-delimited JSON-RPC
 */
export function countAnswers(source: Readable) {
  const input = new PassThrough();
  const open = new Set<unknown>();
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let ended = false;
  const settle = () => {
    if (ended && open.size === 0) input.end();
  };
  const read = (line: string) => {
    const { id, method, params } = parse(line);
    if (method === "notifications/cancelled") open.delete(params?.requestId);
    else if (method !== undefined && id !== undefined) open.add(id);
  };
  source.on("data", (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(read);
    input.write(chunk);
  });
  const end = () => {
    if (ended) return;
    ended = true;
    setTimeout(() => input.end(), WAIT_MS).unref();
    settle();
  };
  for (const event of ["end", "close"]) source.once(event, end);
  return {
    input,
    /** The same transport, whose answers are counted. */
    counted(transport: Transport): Transport {
      const send = transport.send.bind(transport);
      transport.send = async (message, options) => {
        await send(message, options);
        if (!("method" in message) && "id" in message) open.delete(message.id);
        settle();
      };
      return transport;
    },
  };
}

interface Message {
  id?: unknown;
  method?: string;
  params?: { requestId?: unknown };
}

/** The message of a line; the SDK answers one that is none. */
function parse(line: string): Message {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === "object" && message !== null ? message : {};
  } catch {
    return {};
  }
}
