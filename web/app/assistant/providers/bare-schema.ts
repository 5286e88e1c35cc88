type Schema = Record<string, unknown>;

/** Members that say nothing about which values fit, or that the format does not know. */
const LEFT_OUT = new Set(["$schema", "additionalProperties", "default"]);

/**
 * A JSON Schema in the part of it that OpenAPI 3.0 has too, which is all that Gemini takes: one
 * type a value, and `nullable` where null fits as well.
 * Source: https://ai.google.dev/api/caching#Schema
 */
export function bareSchema(schema: Schema): Schema {
  const bare: Schema = {};
  for (const [name, value] of Object.entries(schema)) {
    if (LEFT_OUT.has(name)) continue;
    if (name === "properties") {
      const members = Object.entries(value as Record<string, Schema>);
      bare.properties = Object.fromEntries(
        members.map(([key, member]) => [key, bareSchema(member)]),
      );
    } else if (name === "items") {
      bare.items = bareSchema(value as Schema);
    } else if (name === "type" && Array.isArray(value)) {
      bare.type = value.find((type) => type !== "null");
      bare.nullable = value.includes("null");
    } else if (name === "anyOf") {
      Object.assign(bare, oneOf(value as Schema[]));
    } else {
      bare[name] = value;
    }
  }
  return bare;
}

function oneOf(choices: Schema[]): Schema {
  const some = choices.filter(({ type }) => type !== "null").map(bareSchema);
  const nullable = some.length < choices.length ? { nullable: true } : {};
  return { ...(some.length === 1 ? some[0] : { anyOf: some }), ...nullable };
}
