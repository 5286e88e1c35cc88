import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../../config";

/** What a kind of database gives to those that use it. */
export interface DatabaseUrls {
  /** For the app; may be a pool. */
  app: pulumi.Input<string>;
  /** The same database without a pool. */
  direct?: pulumi.Input<string> | undefined;
  /** The same database as the owner of its tables; the app's own user when absent. */
  owner?: pulumi.Input<string> | undefined;
}

/** How Pulumi treats what holds data, and the namespace around it: they live as long as each other. */
export function dataOptions({ database }: Pick<StackConfig, "database">) {
  if (database.mode === "external") return {};
  return { protect: database.keep, retainOnDelete: database.retain };
}
