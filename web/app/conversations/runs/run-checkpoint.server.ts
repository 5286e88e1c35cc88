import { setImmediate as immediate } from "node:timers/promises";
import { protocol } from "@openai/agents";
import type { ModelReply } from "#app/assistant/replay-model";
import type { RunCheckpoint } from "#app/assistant/run-assistant.server";
import type { ToolOutcome } from "#app/assistant/tools.server";
import { approvedRows } from "#app/conversations/approvals/approved-rows";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import type { ClaimedRun } from "./run";
import { parseToolCompleted } from "./run-event";
import { appendEvents, toJsonb } from "./run-events.server";
import { LeaseLost } from "./run-lease.server";
import type { RunTelemetry } from "./run-telemetry.server";
import type { RunWriter } from "./run-writer.server";
import type { TokenUsage } from "./token-usage";

interface CheckpointOptions {
  writer: RunWriter;
  /** Incremented with each response. */
  usage: TokenUsage;
  telemetry: RunTelemetry;
  /** Called when something could not be written; the execution must stop. */
  onError(error: unknown): void;
}

/**
 * Opens what is stored of a run so that another process can continue it: model responses with tool
 * calls, and the outcomes of these calls. Reads what earlier processes stored, and writes what this
 * one adds.
 */
export async function openRunCheckpoint(
  db: Db,
  run: ClaimedRun,
  { writer, usage, telemetry, onError }: CheckpointOptions,
): Promise<RunCheckpoint> {
  const { resume } = run;
  const recorded = await readReplies(db, run);
  const outcomes = await readToolOutcomes(db, run);
  const recordedCalls = recorded.flatMap(({ output }) => output.flatMap(callId));
  let stored = recorded.length;
  return {
    recorded,
    callIds: new Set([
      ...outcomes.keys(),
      ...recordedCalls,
      ...(resume?.approvals ?? []).map(({ id }) => id),
    ]),
    async firstTextEmitted() {
      // Let the SDK pass the text to the writer.
      await immediate();
      await writer.flush();
      // Let the readers' connections send it before the SDK continues.
      await immediate();
    },
    async record(reply) {
      usage.uncounted += reply.usage.inputTokens + reply.usage.outputTokens;
      telemetry.tokensUsed(reply.usage.inputTokens, reply.usage.outputTokens);
      if (reply.output.some((item) => item.type === "function_call")) {
        // The run itself may not be committed yet; the writer waits for that.
        await writer.flush();
        await writeReply(db, run, stored, reply).catch((error) => {
          onError(error);
          throw error;
        });
        stored += 1;
      } else {
        usage.inputTokens += reply.usage.inputTokens;
        usage.outputTokens += reply.usage.outputTokens;
      }
    },
    outcome: (id) => outcomes.get(id),
    approved: (id) => {
      const approval = resume?.approvals.find((pending) => pending.id === id);
      return approval && approvedRows(approval, resume?.approved ?? new Set());
    },
    async started({ id, name, arguments: args }) {
      telemetry.toolCalled(name);
      writer.write({ type: "tool.started", data: { id, name, arguments: args } });
      await writer.flush();
    },
    async completed(tx, { id, name }, { result, error }) {
      const data = { id, name, result, ...(error && { error }) };
      await appendEvents(tx, run, [{ type: "tool.completed", data }]);
    },
    abort: onError,
  };
}

/** Stores a response and adds its tokens to the run. */
async function writeReply(
  db: Db,
  { runId, lease }: ClaimedRun,
  number: number,
  reply: ModelReply,
): Promise<void> {
  const { inputTokens, outputTokens } = reply.usage;
  const rows = await query(
    db,
    Prisma.sql`
    WITH leased AS (
      UPDATE run SET input_tokens = input_tokens + ${inputTokens}::integer,
        output_tokens = output_tokens + ${outputTokens}::integer
      WHERE id = ${runId}::uuid AND lease_owner = ${lease} RETURNING id
    )
    INSERT INTO model_response (run_id, number, response)
    SELECT id, ${number}::integer, ${toJsonb(reply)}::jsonb FROM leased RETURNING number`,
    "write reply",
  );
  if (rows.length === 0) throw new LeaseLost(runId);
}

const callId = (item: ModelReply["output"][number]) =>
  item.type === "function_call" ? [item.callId] : [];

/** The SDK's own schema of what its models return. */
const replySchema = protocol.StreamEventResponseCompleted.shape.response.loose();

async function readReplies(db: Db, { runId, takeovers }: ClaimedRun): Promise<ModelReply[]> {
  if (takeovers === 0) return [];
  const rows = await db.modelResponse.findMany({ where: { runId }, orderBy: { number: "asc" } });
  return rows.map(({ response }) => replySchema.parse(response));
}

/** The outcomes of a run's completed calls, by call id; empty for a run that has just begun. */
async function readToolOutcomes(
  db: Db,
  { runId, takeovers, resume }: ClaimedRun,
): Promise<Map<string, ToolOutcome>> {
  if (takeovers === 0 && !resume) return new Map();
  const where = { runId, type: "tool.completed" };
  const rows = await db.runEvent.findMany({ where, select: { data: true } });
  return new Map(
    rows.map(({ data }) => {
      const { id, result, error } = parseToolCompleted(data);
      return [id, { result, ...(error && { error }) }];
    }),
  );
}
