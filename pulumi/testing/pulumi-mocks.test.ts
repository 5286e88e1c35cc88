import { expect, it } from "vitest";
import { withPulumiMocks } from "./pulumi-mocks";
import { secrets, stackFile } from "./run-program";

it("reports each resource with its secrets in clear text", async () => {
  const reported: Record<string, unknown>[] = [];
  await withPulumiMocks(
    {
      stack: "dev",
      config: stackFile("dev"),
      secrets,
      onResource: ({ type, inputs }) => {
        if (type === "kubernetes:core/v1:Secret") reported.push(inputs.stringData);
      },
    },
    () => import("../index.js"),
  );
  const values = reported.flatMap((data) => Object.values(data));
  expect(values).toContain(secrets.betterAuthSecret);
  expect(values.filter((value) => typeof value !== "string")).toEqual([]);
});
