import { createContext, useContext } from "react";

/**
 * The nonce of this response. Empty in the browser on purpose: browsers hide it from the page, and
 * a value in the page's data would give it to whoever can read that.
 */
export const NonceContext = createContext<string>("");

export const useNonce = (): string => useContext(NonceContext);
