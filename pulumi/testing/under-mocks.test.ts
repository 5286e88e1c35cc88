import { expect, it } from "vitest";
import { secrets, stackFile } from "./run-program";
import { underMocks } from "./under-mocks";

it("tells of each resource with its secrets in clear, as a manifest needs them", async () => {
  const told: Record<string, unknown>[] = [];
  await underMocks(
    {
      stack: "dev",
      config: stackFile("dev"),
      secrets,
      onResource: ({ type, inputs }) => {
        if (type === "kubernetes:core/v1:Secret") told.push(inputs.stringData);
      },
    },
    () => import("../index.js"),
  );
  const values = told.flatMap((data) => Object.values(data));
  expect(values).toContain(secrets.betterAuthSecret);
  expect(values.filter((value) => typeof value !== "string")).toEqual([]);
});
