import { expect, it } from "vitest";
import { toOpenApiSchema } from "./openapi-schema";

it("drops keywords that do not constrain values, and turns null into nullable", () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    additionalProperties: true,
    required: ["title"],
    properties: {
      title: { type: "string", minLength: 1 },
      type: { type: "string", default: "x" },
      due_at: { type: ["string", "null"], description: "A day." },
      category: { anyOf: [{ type: "string", maxLength: 50 }, { type: "null" }] },
      ids: { type: "array", items: { anyOf: [{ type: "integer" }, { type: "string" }] } },
    },
  };
  expect(toOpenApiSchema(schema)).toEqual({
    type: "object",
    required: ["title"],
    properties: {
      title: { type: "string", minLength: 1 },
      type: { type: "string" },
      due_at: { type: "string", nullable: true, description: "A day." },
      category: { type: "string", maxLength: 50, nullable: true },
      ids: { type: "array", items: { anyOf: [{ type: "integer" }, { type: "string" }] } },
    },
  });
});
