import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

/** Acts wait for a rollout or a Job. */
const TIMEOUT = { timeout: 600_000 };

/** A client of `npm run mcp:operate`, as an assistant has it. */
export class Operator {
  private constructor(private readonly client: Client) {}

  /** Starts the server for the stack of a namespace. */
  static async connect(context: string, namespace: string): Promise<Operator> {
    const client = new Client({ name: "agent", version: "1" });
    const target = ["--context", context, "--namespace", namespace];
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [join(__dirname, "../../scripts/operate/serve.ts"), ...target],
        env: process.env as Record<string, string>,
      }),
    );
    return new Operator(client);
  }

  /**
   * Calls a tool.
   *
   * @throws Error with what it says when it fails
   */
  async call(name: string, args: Record<string, unknown> = {}): Promise<string> {
    const { content, isError } = await this.client.callTool(
      { name, arguments: args },
      undefined,
      TIMEOUT,
    );
    const text = (content as { text: string }[])[0]?.text ?? "";
    if (isError) throw new Error(text);
    return text;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** The token of a plan, which the act itself wants. */
export const tokenOf = (plan: string): string | undefined => /token (\S+)$/.exec(plan)?.[1];
