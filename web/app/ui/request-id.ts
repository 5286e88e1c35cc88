import { createContext, useContext } from "react";

/** Id of the request that this page answers. Empty in the browser, which has not been told. */
export const RequestIdContext = createContext<string>("");

export const useRequestId = (): string => useContext(RequestIdContext);
