import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";

/*
 * Building blocks of the schema. The error message of a type (`takes`) describes what it accepts: it is
 * printed when a value is refused, and is part of docs/stack-configuration.md.
 */

/** Text that matches a pattern. */
export const text = (pattern: RegExp, takes: string) =>
  z.string({ error: takes }).regex(pattern, { error: takes }).meta({ takes });

/** A whole number; `pulumi config set` stores numbers as text. */
export const count = (min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}`;
  return z.coerce
    .number({ error })
    .int({ error })
    .min(min, { error })
    .max(max, { error })
    .meta({ takes: error });
};

const shareError = "a number from 0 to 1";

/** A part of the whole. */
export const share = z.coerce
  .number({ error: shareError })
  .min(0, { error: shareError })
  .max(1, { error: shareError })
  .meta({ takes: shareError });

/** A boolean; `pulumi config set` stores booleans as text. */
export const flag = () =>
  z
    .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")], {
      error: "true or false",
    })
    .meta({ takes: "true or false" });

/** One of several words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) => {
  const takes = words.join(" or ");
  return z.enum(words, { error: takes }).meta({ takes });
};

/** An object that refuses unknown keys. */
export const section = <T extends z.ZodRawShape>(shape: T) => {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, { error: `an object with the keys ${keys}` });
};

/** Text that is accepted only when it was set with `--secret`; its output is an encrypted Output. */
export const secret = (pattern: RegExp, takes: string) =>
  text(pattern, takes)
    .transform((value) => pulumi.secret(value))
    .meta({ takes, secret: true });

/** An HTTP URL; a slash at its end is removed. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: "an http or https URL" })
  .transform((value) => value.replace(/\/+$/, ""))
  .meta({ takes: "an http or https URL" });

/** An HTTP URL without a path. */
export const origin = httpUrl
  .refine((value) => new URL(value).origin === value, {
    error: "an http or https URL without a path",
  })
  .meta({ takes: "an http or https URL without a path" });

/** A Kubernetes name that is short enough for a Helm release. */
export const name = text(
  /^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/,
  "lower-case letters, digits and dashes, at most 53",
);

export const memory = text(/^[1-9]\d*(Mi|Gi|Ti)$/, "a quantity such as 512Mi or 2Gi");
const cpu = text(/^([1-9]\d*m?|\d+\.\d+)$/, "an amount of CPU such as 500m or 2");
export const imageWithTag = text(/^\S+:(?!latest$)[^\s:/]+$/, "an image with its tag, not latest");

/** Requests and limits of a container, with defaults. */
export const resources = (
  requests: { cpu: string; memory: string },
  limits: { cpu: string; memory: string },
) =>
  section({
    requests: section({
      cpu: cpu.default(requests.cpu).describe("the CPU it is promised"),
      memory: memory.default(requests.memory).describe("the memory it is promised"),
    }).prefault({}),
    limits: section({
      cpu: cpu.default(limits.cpu).describe("the CPU it gets at most"),
      memory: memory.default(limits.memory).describe("the memory at which it is ended"),
    }).prefault({}),
  });
