import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type {
  JsonSchemaType,
  JsonSchemaValidator,
  jsonSchemaValidator,
} from "@modelcontextprotocol/sdk/validation";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { type Tool, tool } from "@openai/agents";
import type { Logger } from "#app/platform/log";
import { createToolServer } from "#app/tools/server";
import type { ToolContext } from "#app/tools/tool";

const validators = new AjvJsonSchemaValidator();
const compiled = new Map<string, JsonSchemaValidator<unknown>>();

/** Compiles each tool's schema once a process: for every run anew, it would be half of its time. */
const onceCompiled: jsonSchemaValidator = {
  getValidator<T>(schema: JsonSchemaType) {
    const key = JSON.stringify(schema);
    const known = compiled.get(key) ?? validators.getValidator(schema);
    compiled.set(key, known);
    return known as JsonSchemaValidator<T>;
  },
};

/** Told of each tool call while it happens. */
export interface ToolObserver {
  started(call: ToolCall): void;
  completed(call: ToolCall, outcome: ToolOutcome): void;
}

/** One call of a tool by an agent. */
export interface ToolCall {
  id: string;
  name: string;
  arguments: Record<string, unknown>;
}

/** What came of it: a structured result, or a problem. */
export interface ToolOutcome {
  result: Record<string, unknown> | null;
  error?: { code: string; detail: string };
}

/** The tools of the app's own MCP server, as the agents take them. */
export interface AgentTools {
  tools: Tool[];
  close(): Promise<void>;
}

/**
 * Connects to Karlo's MCP server in process, for one person, and gives its tools to the agents.
 * What a tool declares destructive waits for the person's approval.
 */
export async function openTools(
  context: ToolContext,
  observer: ToolObserver,
  log: Logger,
): Promise<AgentTools> {
  const server = createToolServer(context, log);
  const client = new Client(
    { name: "karlo-assistant", version: "1" },
    { jsonSchemaValidator: onceCompiled },
  );
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await server.connect(serverSide);
  await client.connect(clientSide);
  const { tools } = await client.listTools();
  // Calls that a model makes together are done in the order in which it made them.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  return {
    tools: tools.map(({ name, description, inputSchema, annotations }) =>
      tool({
        name,
        description: description ?? name,
        // MCP's schema as it is; the MCP server itself validates against it.
        parameters: { ...inputSchema, additionalProperties: true } as never,
        strict: false,
        needsApproval: annotations?.destructiveHint === true,
        execute: async (input, _context, details) => {
          const call = {
            id: details?.toolCall?.callId ?? name,
            name,
            arguments: input as Record<string, unknown>,
          };
          return inTurn(async () => {
            observer.started(call);
            const given = { name, arguments: call.arguments };
            const answer = (await client.callTool(given)) as CallToolResult;
            observer.completed(call, outcome(answer));
            return text(answer);
          });
        },
      }),
    ),
    close: () => client.close(),
  };
}

function outcome(answer: CallToolResult): ToolOutcome {
  if (!answer.isError) return { result: answer.structuredContent ?? {} };
  try {
    const { error } = JSON.parse(text(answer)) as { error: ToolOutcome["error"] };
    if (error) return { result: null, error };
  } catch {
    // The MCP server's own refusal of the arguments is plain text.
  }
  return { result: null, error: { code: "invalid_input", detail: text(answer) } };
}

function text({ content }: CallToolResult): string {
  return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}
