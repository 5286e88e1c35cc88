type Schema = Record<string, unknown>;

/** Keywords that do not constrain values, or that OpenAPI 3.0 does not have. */
const OMITTED = new Set(["$schema", "additionalProperties", "default"]);

/**
 * Converts a JSON Schema to the subset that OpenAPI 3.0 shares, the only one that Gemini accepts:
 * one `type` per value, and `nullable` in place of the type null.
 * Source: https://ai.google.dev/api/caching#Schema
 */
export function toOpenApiSchema(schema: Schema): Schema {
  const converted: Schema = {};
  for (const [name, value] of Object.entries(schema)) {
    if (OMITTED.has(name)) continue;
    if (name === "properties") {
      const members = Object.entries(value as Record<string, Schema>);
      converted.properties = Object.fromEntries(
        members.map(([key, member]) => [key, toOpenApiSchema(member)]),
      );
    } else if (name === "items") {
      converted.items = toOpenApiSchema(value as Schema);
    } else if (name === "type" && Array.isArray(value)) {
      converted.type = value.find((type) => type !== "null");
      converted.nullable = value.includes("null");
    } else if (name === "anyOf") {
      Object.assign(converted, convertAnyOf(value as Schema[]));
    } else {
      converted[name] = value;
    }
  }
  return converted;
}

function convertAnyOf(choices: Schema[]): Schema {
  const types = choices.filter(({ type }) => type !== "null").map(toOpenApiSchema);
  const nullable = types.length < choices.length ? { nullable: true } : {};
  return { ...(types.length === 1 ? types[0] : { anyOf: types }), ...nullable };
}
