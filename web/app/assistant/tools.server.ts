import {
  type CallToolResult,
  Client,
  InMemoryTransport,
  type JsonSchemaType,
  type JsonSchemaValidator,
  type jsonSchemaValidator,
  type ListToolsResult,
  ProtocolError,
  ProtocolErrorCode,
} from "@modelcontextprotocol/client";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import { type Tool, tool } from "@openai/agents";
import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { assertUnchanged } from "#app/tasks/task/assert-unchanged.server";
import { createToolServer, toolError } from "#app/tools/server";
import type { ToolContext } from "#app/tools/tool";

const validators = new AjvJsonSchemaValidator();
const compiled = new Map<string, JsonSchemaValidator<unknown>>();

/** Compiles each schema once per process: compiling it for each run takes half of the run's time. */
const cachedValidators: jsonSchemaValidator = {
  getValidator<T>(schema: JsonSchemaType) {
    const key = JSON.stringify(schema);
    const validator = compiled.get(key) ?? validators.getValidator(schema);
    compiled.set(key, validator);
    return validator as JsonSchemaValidator<T>;
  },
};

/** The recorded tool calls of one run, so that no call is executed twice. */
export interface ToolJournal {
  /** The recorded outcome of a call. */
  outcome(id: string): ToolOutcome | undefined;
  /**
   * The tasks, with their versions, that the person allowed a call to change; undefined when the
   * call needed no approval.
   */
  approved(id: string): { id: number; version: number }[] | undefined;
  /** Records the start of a call; resolves when it is stored. */
  started(call: ToolCall): Promise<void>;
  /**
   * Records the outcome of a call.
   *
   * @param db the transaction of the call's effect, if it has one
   * @throws when another process has taken over the run: the effect must be rolled back
   */
  completed(db: Db, call: ToolCall, outcome: ToolOutcome): Promise<void>;
  /** Ends the work of this process on the run: the outcome of a call is unknown. */
  abort(error: unknown): void;
}

/** A tool call of an agent. */
export interface ToolCall {
  id: string;
  name: string;
  arguments: Record<string, unknown>;
}

/** The outcome of a tool call: its structured result, or an error. */
export interface ToolOutcome {
  result: Record<string, unknown> | null;
  error?: { code: string; detail: string };
}

/** The tools of Karlo's MCP server, for the Agents SDK. */
export interface AgentTools {
  tools: Tool[];
  /** Waits for the call in progress and closes the connection. */
  close(): Promise<void>;
}

/** Rolls back the transaction of a call that the tool refused. */
class ToolRefusal extends Error {
  readonly result: CallToolResult;

  constructor(result: CallToolResult) {
    super("refused");
    this.result = result;
  }
}

async function connect(context: ToolContext, log: Logger): Promise<Client> {
  const server = createToolServer(context, log);
  const client = new Client(
    { name: "karlo-assistant", version: "1" },
    { jsonSchemaValidator: cachedValidators },
  );
  const [clientTransport, serverTransport] = InMemoryTransport.createLinkedPair();
  await server.connect(serverTransport);
  await client.connect(clientTransport);
  return client;
}

let toolDefinitions: ListToolsResult["tools"] | undefined;

/** The definitions of the tools, the same for everybody. A failure is not cached. */
async function listTools(context: ToolContext, log: Logger): Promise<ListToolsResult["tools"]> {
  if (toolDefinitions) return toolDefinitions;
  const client = await connect(context, log);
  try {
    toolDefinitions = (await client.listTools()).tools;
    return toolDefinitions;
  } finally {
    await client.close();
  }
}

/**
 * Opens the tools of Karlo's MCP server, in process, for one person's run. Calls that the server
 * declares destructive, or that override a conflict, need the person's approval. The effect of a
 * call and its journal entry are one transaction.
 *
 * @throws when the MCP server does not answer; the next run tries again
 */
export async function openTools(
  context: ToolContext,
  journal: ToolJournal,
  log: Logger,
): Promise<AgentTools> {
  const definitions = await listTools(context, log);
  // The server reads it for each call; calls run one at a time, each with its own transaction.
  const current: ToolContext = { ...context };
  // Many runs call no tool, so the first call connects.
  let client: Client | undefined;

  async function invoke({ name, arguments: args }: ToolCall): Promise<CallToolResult> {
    client ??= await connect(current, log);
    try {
      return await client.callTool({ name, arguments: args });
    } catch (error) {
      const rejected =
        error instanceof ProtocolError && error.code === ProtocolErrorCode.InvalidParams;
      if (!rejected) throw error;
      return { isError: true, content: [{ type: "text", text: error.message }] };
    }
  }

  async function invokeWriting(call: ToolCall, needsApproval: boolean): Promise<CallToolResult> {
    // A call that was not asked about, because it matched no task, may change none.
    const approved = journal.approved(call.id) ?? (needsApproval ? [] : undefined);
    try {
      return await inTransaction(context.db, async (tx) => {
        if (approved) await assertUnchanged(tx, context.actor.userId, approved);
        Object.assign(current, { db: tx, approvedIds: approved?.map(({ id }) => id) });
        const result = await invoke(call);
        if (result.isError) throw new ToolRefusal(result);
        await journal.completed(tx, call, toOutcome(result));
        return result;
      });
    } catch (error) {
      let result: CallToolResult;
      if (error instanceof ToolRefusal) result = error.result;
      else if (isAppError(error)) result = toolError(error) as CallToolResult;
      else throw error;
      await journal.completed(context.db, call, toOutcome(result));
      return result;
    } finally {
      Object.assign(current, { db: context.db, approvedIds: undefined });
    }
  }

  async function invokeReading(call: ToolCall): Promise<CallToolResult> {
    const result = await invoke(call);
    await journal.completed(context.db, call, toOutcome(result));
    return result;
  }

  // The SDK executes the calls of one response in parallel; here they run in their order.
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(job: () => Promise<T>): Promise<T> => {
    const next = last.then(job, job);
    last = next;
    return next;
  };
  return {
    tools: definitions.map(({ name, description, inputSchema, annotations }) => {
      const needsApproval = (input: unknown) =>
        annotations?.destructiveHint === true || (input as { force?: unknown }).force === true;
      return tool({
        name,
        description: description ?? name,
        // The MCP server validates the arguments itself.
        parameters: { ...inputSchema, additionalProperties: true } as never,
        strict: false,
        needsApproval: async (_context, input) => needsApproval(input),
        // A tool's refusal is a result for the model; any other error ends this process's work.
        errorFunction: null,
        execute: async (input, _context, details) => {
          const args = input as Record<string, unknown>;
          const call = { id: details?.toolCall?.callId ?? name, name, arguments: args };
          const recorded = journal.outcome(call.id);
          if (recorded) return JSON.stringify(recorded.result ?? { error: recorded.error });
          return enqueue(async () => {
            await journal.started(call);
            const result = annotations?.readOnlyHint
              ? await invokeReading(call)
              : await invokeWriting(call, needsApproval(input));
            return textOf(result);
          }).catch((error) => {
            journal.abort(error);
            throw error;
          });
        },
      });
    }),
    close: async () => {
      // Its error was reported to the journal; closing the connection under it would add another.
      await last.catch(() => {});
      await client?.close();
    },
  };
}

const toolResult = z.record(z.string(), z.unknown());
const refusalText = z.object({ error: z.object({ code: z.string(), detail: z.string() }) });

function toOutcome(result: CallToolResult): ToolOutcome {
  if (!result.isError) return { result: toolResult.parse(result.structuredContent ?? {}) };
  const text = textOf(result);
  try {
    return { result: null, error: refusalText.parse(JSON.parse(text)).error };
  } catch {
    // Errors of the MCP server itself, such as invalid arguments, are plain text.
    return { result: null, error: { code: "invalid_input", detail: text } };
  }
}

function textOf({ content }: CallToolResult): string {
  return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}
