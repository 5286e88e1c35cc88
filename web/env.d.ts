import type { AppContext } from "#app/app-context";

declare module "@remix-run/node" {
  interface AppLoadContext {
    app: AppContext;
    /** Of this response's Content-Security-Policy; every script and style tag carries it. */
    nonce: string;
    /** Id of the request that is answered. */
    requestId: string;
    /** Set on the response to the request, whatever its loaders and actions give. */
    responseHeaders: Headers;
  }

  interface Future {
    v3_singleFetch: true;
  }
}
