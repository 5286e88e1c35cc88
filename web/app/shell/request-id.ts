import { createContext, useContext } from "react";

/** Id of the request that this page answers; known on the server only. */
export const RequestIdContext = createContext<string>("");

/** The request id while rendering on the server, else an empty string. */
export const useRequestId = (): string => useContext(RequestIdContext);
