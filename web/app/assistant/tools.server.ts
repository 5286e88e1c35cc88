import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import {
  type CallToolResult,
  ErrorCode,
  type ListToolsResult,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import type {
  JsonSchemaType,
  JsonSchemaValidator,
  jsonSchemaValidator,
} from "@modelcontextprotocol/sdk/validation";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { type Tool, tool } from "@openai/agents";
import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { inTransaction } from "#app/platform/transaction";
import { refuseChanged } from "#app/tasks/refuse-changed.server";
import { createToolServer, failure } from "#app/tools/server";
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

/** Where the calls of one run are kept, so that none is done twice. */
export interface ToolJournal {
  /** What a call came to before this process had the run. */
  outcome(id: string): ToolOutcome | undefined;
  /** The tasks that the person let a call change, as they saw them; without a question, undefined. */
  approved(id: string): { id: number; version: number }[] | undefined;
  /** Tells that a call begins; resolves when that is kept. */
  started(call: ToolCall): Promise<void>;
  /**
   * Keeps what a call came to, within the transaction `db` of its effect if it has one.
   *
   * @throws when another process has the run now: the effect must not stay
   */
  completed(db: Db, call: ToolCall, outcome: ToolOutcome): Promise<void>;
  /** Told when nobody knows what a call came to: the run's work must end here. */
  broke(error: unknown): void;
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

/** Rolls a call's transaction back. */
class Refused extends Error {
  readonly answer: CallToolResult;

  constructor(answer: CallToolResult) {
    super("refused");
    this.answer = answer;
  }
}

/** What the tools are, which is the same for everybody; asked for once a process. */
let known: Promise<ListToolsResult["tools"]> | undefined;

async function listAndClose(client: Client): Promise<ListToolsResult["tools"]> {
  const { tools } = await client.listTools();
  await client.close();
  return tools;
}

async function connect(context: ToolContext, log: Logger): Promise<Client> {
  const server = createToolServer(context, log);
  const client = new Client(
    { name: "karlo-assistant", version: "1" },
    { jsonSchemaValidator: onceCompiled },
  );
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await server.connect(serverSide);
  await client.connect(clientSide);
  return client;
}

/**
 * Gives the tools of Karlo's own MCP server, which it talks to in process, for one person.
 * What a tool declares destructive waits for the person's approval, and so does what overrides a
 * conflict. What a call changes and the note that it did are one transaction.
 */
export async function openTools(
  context: ToolContext,
  journal: ToolJournal,
  log: Logger,
): Promise<AgentTools> {
  // Calls are made one at a time, each within its own transaction and for its own tasks.
  const current: ToolContext = { ...context };
  // Many runs call no tool: the server is made for the first that does.
  let connected: Promise<Client> | undefined;
  known ??= connect(current, log).then(listAndClose);
  const tools = await known;

  async function ask(call: ToolCall): Promise<CallToolResult> {
    try {
      const { name, arguments: given } = call;
      connected ??= connect(current, log);
      const client = await connected;
      return (await client.callTool({ name, arguments: given })) as CallToolResult;
    } catch (error) {
      if (!(error instanceof McpError) || error.code !== ErrorCode.InvalidParams) throw error;
      return { isError: true, content: [{ type: "text", text: error.message }] };
    }
  }

  async function change(call: ToolCall, asks: boolean): Promise<CallToolResult> {
    // What the person was not asked about because there was nothing to lose, changes nothing.
    const approved = journal.approved(call.id) ?? (asks ? [] : undefined);
    try {
      return await inTransaction(context.db, async (tx) => {
        if (approved) await refuseChanged(tx, context.actor.userId, approved);
        Object.assign(current, { db: tx, only: approved?.map(({ id }) => id) });
        const answer = await ask(call);
        if (answer.isError) throw new Refused(answer);
        await journal.completed(tx, call, outcome(answer));
        return answer;
      });
    } catch (error) {
      let answer: CallToolResult;
      if (error instanceof Refused) answer = error.answer;
      else if (isAppError(error)) answer = failure(error) as CallToolResult;
      else throw error;
      await journal.completed(context.db, call, outcome(answer));
      return answer;
    } finally {
      Object.assign(current, { db: context.db, only: undefined });
    }
  }

  async function look(call: ToolCall): Promise<CallToolResult> {
    const answer = await ask(call);
    await journal.completed(context.db, call, outcome(answer));
    return answer;
  }

  // Calls that a model makes together are done in the order in which it made them.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  return {
    tools: tools.map(({ name, description, inputSchema, annotations }) => {
      const asks = (input: unknown) =>
        annotations?.destructiveHint === true || (input as { force?: unknown }).force === true;
      return tool({
        name,
        description: description ?? name,
        // MCP's schema as it is; the MCP server itself validates against it.
        parameters: { ...inputSchema, additionalProperties: true } as never,
        strict: false,
        needsApproval: async (_context, input) => asks(input),
        // What a tool refuses is its answer; anything else ends the run's work here.
        errorFunction: null,
        execute: async (input, _context, details) => {
          const given = input as Record<string, unknown>;
          const call = { id: details?.toolCall?.callId ?? name, name, arguments: given };
          const known = journal.outcome(call.id);
          if (known) return JSON.stringify(known.result ?? { error: known.error });
          return inTurn(async () => {
            await journal.started(call);
            return text(await (annotations?.readOnlyHint ? look(call) : change(call, asks(input))));
          }).catch((error) => {
            journal.broke(error);
            throw error;
          });
        },
      });
    }),
    close: async () => {
      // A call that is still on ends by itself; without its connection it would fail aloud.
      await last.catch(() => {});
      await (await connected)?.close();
    },
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
