import { createContext, useContext } from "react";

/**
 * The CSP nonce of this response. Empty in the browser on purpose: browsers hide the attribute, and
 * a copy in the page's data would expose it to injected markup.
 */
export const NonceContext = createContext<string>("");

/** The nonce while rendering on the server, else an empty string. */
export const useNonce = (): string => useContext(NonceContext);
