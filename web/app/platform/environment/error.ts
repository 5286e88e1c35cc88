import type { z } from "zod";

/** Thrown when the environment is invalid; its message has one line per variable. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** The variables that are set to something: an empty one counts as absent. */
export const withoutEmpty = (environment: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));

/** One line for each variable that is wrong; secrets are not quoted. */
export const toEnvironmentError = (
  error: z.ZodError,
  variables: Record<string, string | undefined>,
) => new EnvironmentError(error.issues.map((issue) => describe(issue, variables)).join("\n"));

const SECRET = /SECRET|KEY|URL$/;

function describe(issue: z.core.$ZodIssue, variables: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const received = variables[name];
  const problem =
    received === undefined
      ? "is missing"
      : SECRET.test(name)
        ? "is not usable"
        : `is "${received}"`;
  return `${name} ${problem}; it takes: ${issue.message}.`;
}
