// How an engine is told that a value is a secret: an object with this signature.
// https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A resource's inputs as the engine gets them, with what `by` makes of each secret in its place. */
export function replaceSecrets(value: unknown, by: (secret: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => replaceSecrets(inner, by));
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  if (object[SIGNATURE] === SECRET) return by(object.value);
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => [
      key,
      key === "__provider" ? "[code]" : replaceSecrets(inner, by),
    ]),
  );
}
