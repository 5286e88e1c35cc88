import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../../config";

/** Connection URLs of a database. */
export interface DatabaseUrls {
  /** For the app; may lead to a pool. */
  app: pulumi.Input<string>;
  /** Without a pool; the app's URL when absent. */
  direct?: pulumi.Input<string> | undefined;
  /** As the owner of the tables; the app's URL when absent. */
  owner?: pulumi.Input<string> | undefined;
}

/** Resource options of what holds data, and of its namespace, which must be kept as long. */
export function dataOptions({ database }: Pick<StackConfig, "database">) {
  if (database.mode === "external") return {};
  return { protect: database.keep, retainOnDelete: database.retain };
}
