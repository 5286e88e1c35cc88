import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { expect, it } from "vitest";
import { countAnswers } from "./count-answers.server";

const initialize = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "script", version: "1" },
};

it("answers all that was asked before the input ended, and then ends", async () => {
  const source = new PassThrough();
  const output = new PassThrough();
  const { input, counted } = countAnswers(source);
  const { promise: permitted, resolve: permit } = Promise.withResolvers<void>();
  const connection = serveStdio(
    async () => {
      const server = new McpServer({ name: "test", version: "1" });
      server.registerTool("slow", { description: "Waits." }, async () => {
        await permitted;
        return { content: [{ type: "text" as const, text: "دودھ" }] };
      });
      return server;
    },
    { transport: counted(new StdioServerTransport(input, output)) },
  );
  const ended = new Promise<void>((resolve) => input.once("finish", resolve));
  const messages = [
    { id: 1, method: "initialize", params: initialize },
    { method: "notifications/initialized" },
    { id: "دو", method: "tools/call", params: { name: "slow", arguments: {} } },
    { id: 3, method: "nothing/known" },
  ];
  const lines = messages.map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }));
  source.end(`${lines.join("\n")}\nno json\n`);
  setImmediate(permit);
  await ended;
  await connection.close();
  output.end();
  const answers = (await text(output)).trim().split("\n");
  const ids = answers.map((line) => (JSON.parse(line) as { id: unknown }).id);
  expect(ids).toEqual(expect.arrayContaining([1, "دو", 3]));
});
