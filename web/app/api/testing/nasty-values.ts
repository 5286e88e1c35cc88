import type { Json } from "#app/api/docs/testing/random-requests";

/** Values of every kind that a field of JSON may be given by somebody who wants it to break. */
export const NASTY_VALUES: readonly [string, unknown][] = [
  ["NUL", "a\0b"],
  ["a lone surrogate", "a\ud83d"],
  ["500,000 characters", "x".repeat(500_000)],
  ["nothing", ""],
  ["nobody sees it", "\u200b\u2060"],
  ["a path", "../../etc/passwd%00"],
  ["a statement", "'; DROP TABLE task; --"],
  ["a number", 5],
  ["a negative number", -1],
  ["a number beyond a column", 2 ** 31],
  ["a number beyond an integer", 1e308],
  ["true", true],
  ["null", null],
  ["an empty list", []],
  ["a list", ["a", null, 5]],
  ["a long list", Array.from({ length: 20_000 }, () => "x")],
  ["an empty object", {}],
  ["an object with a prototype", JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}')],
  ["what is nested", JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`)],
];

/** Texts that a parameter of a path or a query may be given. */
export const NASTY_TEXTS: readonly [string, string][] = [
  ["NUL", "%00"],
  ["a lone surrogate", "%ED%A0%BD"],
  ["bytes that are no text", "%FF%FE"],
  ["half an escape", "%E0%A4%A"],
  ["9,000 characters", "x".repeat(9_000)],
  ["nothing", ""],
  ["nobody sees it", "%E2%80%8B"],
  ["a path", "..%2F..%2Fetc"],
  ["a statement", "'%3B%20DROP%20TABLE%20task"],
  ["a negative number", "-1"],
  ["a number beyond a column", "2147483648"],
  ["a number beyond an integer", "1e308"],
  ["a date that is none", "2026-02-30"],
  ["a year beyond dates", "%2B275760-09-14T00:00:00Z"],
];

type Schemas = Record<string, Json>;

/** The schema that one names or is, without what wraps it. */
function plainSchema(schema: Json, schemas: Schemas): Json {
  if (typeof schema.$ref === "string")
    return plainSchema(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}, schemas);
  const wrapped = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as Json[] | undefined;
  return wrapped?.[0] ? plainSchema(wrapped[0], schemas) : schema;
}

/** A value that mostly fits a schema: what stands around the one that is nasty. */
export function sampleOf(given: Json, schemas: Schemas): unknown {
  const schema = plainSchema(given, schemas);
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object": {
      const properties = (schema.properties ?? {}) as Schemas;
      const required = (schema.required ?? []) as string[];
      return Object.fromEntries(
        required.map((name) => [name, sampleOf(properties[name] ?? {}, schemas)]),
      );
    }
    case "array":
      return [sampleOf((schema.items ?? {}) as Json, schemas)];
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return "hello";
  }
}

/** The places of a body that a value can be put in: the whole, each member, and each of theirs. */
export function placesOf(schema: Json, schemas: Schemas, depth = 2): string[][] {
  const { properties } = plainSchema(schema, schemas);
  if (!properties || depth === 0) return [[]];
  return [
    [],
    ...Object.entries(properties as Schemas).flatMap(([name, one]) =>
      placesOf(one, schemas, depth - 1).map((place) => [name, ...place]),
    ),
  ];
}

/** A body with another value at one place. */
export function putAt(body: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  const members = typeof body === "object" && body !== null ? (body as Json) : {};
  return { ...members, [name]: putAt(members[name], rest, value) };
}
