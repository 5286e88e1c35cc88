import { expect, it, vi } from "vitest";
import { createLogger } from "#app/platform/log";
import { openTools } from "./tools.server";

const server = vi.hoisted(() => ({ failures: 1 }));
vi.mock("#app/tools/server", async (original) => {
  const actual = await original<typeof import("#app/tools/server")>();
  return {
    ...actual,
    createToolServer: (...args: Parameters<typeof actual.createToolServer>) => {
      server.failures -= 1;
      if (server.failures >= 0) throw new Error("no server");
      return actual.createToolServer(...args);
    },
  };
});

const journal = {
  outcome: () => undefined,
  approved: () => undefined,
  started: async () => {},
  completed: async () => {},
  abort: () => {},
};
const actor = { userId: "1", by: "assistant", timeZone: "UTC" } as const;
const open = () => openTools({ db: {} as never, actor }, journal, createLogger("silent"));

it("connects again for the next run after a connection failed", async () => {
  await expect(open()).rejects.toThrow("no server");
  const { tools, close } = await open();
  expect(tools.map(({ name }) => name)).toContain("create_task");
  await close();
});
