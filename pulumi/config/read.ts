import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import { type StackConfig, schema, secretKeys } from "../config";

/** Exported by Pulumi, but missing in its types. */
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };

const PROJECT = "karlo";

/**
 * Reads and validates the stack's configuration.
 *
 * @throws RunError that lists every problem, with the key, what came and what it takes
 */
export function readConfig(): StackConfig {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
    if (!key.startsWith(`${PROJECT}:`)) continue;
    const short = key.slice(PROJECT.length + 1);
    values[short] = parseValue(value);
    if (secretKeys.has(short) && !isConfigSecret(key))
      problems.push(`${key}: came in plain text; set it with --secret`);
    if (!secretKeys.has(short) && short in schema.shape && isConfigSecret(key))
      problems.push(`${key}: came as a secret, but is shown in plain; set it without --secret`);
  }
  const result = schema.safeParse(values);
  if (!result.success)
    problems.push(...result.error.issues.flatMap((issue) => explain(issue, values)));
  if (problems.length > 0 || !result.success)
    throw new pulumi.RunError(
      `the configuration of stack ${pulumi.getStack()} was refused:\n  ${problems.join("\n  ")}`,
    );
  return result.data;
}

/** Pulumi passes objects as JSON, everything else as text. */
function parseValue(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function explain(issue: z.core.$ZodIssue, values: Record<string, unknown>): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${keyName([...issue.path, key])}: unknown; ${takes(issue)}`);
  const came = issue.path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    values,
  );
  const isSecret = secretKeys.has(String(issue.path[0]));
  if (came === undefined) {
    const how = isSecret ? " (set it with --secret, or `npm run secrets STACK`)" : "";
    return [`${keyName(issue.path)}: missing; ${takes(issue)}${how}`];
  }
  const shown = isSecret ? `a secret of ${String(came).length} characters` : JSON.stringify(came);
  return [`${keyName(issue.path)}: came as ${shown}; ${takes(issue)}`];
}

const keyName = (path: PropertyKey[]) => `${PROJECT}:${path.map(String).join(".")}`;
const takes = (issue: z.core.$ZodIssue) => `it takes ${issue.message}`;
