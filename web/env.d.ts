import type { Karlo } from "./app/karlo.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    karlo: Karlo;
    /** Of this response's Content-Security-Policy; every script and style tag carries it. */
    nonce: string;
    /** Id of the request that is answered. */
    requestId: string;
  }

  interface Future {
    v3_singleFetch: true;
  }
}
