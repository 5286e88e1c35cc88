import { useRouteLoaderData } from "@remix-run/react";
import type { RootData } from "./root-data.server";

/** Data of the root route; undefined when its loader failed. */
export const useRootData = () => useRouteLoaderData<() => RootData>("root");
