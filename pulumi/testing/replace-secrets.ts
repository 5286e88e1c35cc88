// An object with this signature marks a secret value for the engine.
// https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Replaces each secret in a resource's inputs, as the engine gets them, by the result of `replace`. */
export function replaceSecrets(value: unknown, replace: (secret: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => replaceSecrets(inner, replace));
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  if (object[SIGNATURE] === SECRET) return replace(object.value);
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => [
      key,
      key === "__provider" ? "[code]" : replaceSecrets(inner, replace),
    ]),
  );
}
