import { lookup } from "node:dns";
import { get } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicRoutableHost } from "@better-auth/core/utils/host";

const BYTES_MAX = 10 * 1024;
const TIMEOUT_MS = 5_000;

/** Fetches the text of a document; null when there is none that may be read. */
export type FetchDocument = (address: URL) => Promise<string | null>;

/**
 * Fetches a small JSON document from the public internet. Whoever names its address must not reach what
 * only this server reaches: each address that the name resolves to is looked at, the connection goes to
 * the one that was looked at, and redirects are not followed.
 */
export const fetchDocument: FetchDocument = (address) =>
  new Promise((resolve) => {
    const { hostname } = address;
    if (!isPublicRoutableHost(hostname.replace(/^\[|\]$/g, ""))) return resolve(null);
    const request = get(
      address,
      {
        lookup: publicLookup,
        headers: { accept: "application/json" },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (response) => {
        const { statusCode, headers } = response;
        if (statusCode !== 200 || !/\bjson\b/.test(headers["content-type"] ?? ""))
          return request.destroy(new Error("no document"));
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > BYTES_MAX) request.destroy(new Error("too large"));
          else chunks.push(chunk);
        });
        response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
      },
    );
    request.on("error", () => resolve(null));
    request.on("close", () => resolve(null));
  });

/** Resolves a name, and fails when it leads anywhere that is not public. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicRoutableHost(address)))
      return done(new Error("no public address"), "", 0);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
};
