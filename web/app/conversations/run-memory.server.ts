import { setImmediate as immediate } from "node:timers/promises";
import type { ModelReply } from "#app/assistant/remembering-model";
import type { RunMemory } from "#app/assistant/run-assistant.server";
import type { ToolOutcome } from "#app/assistant/tools.server";
import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { approvedRows } from "./approved-rows";
import type { RunReport } from "./report-run.server";
import type { ClaimedRun } from "./run";
import { appendEvents, toJsonb } from "./run-events.server";
import { LeaseLost } from "./run-lease.server";
import type { RunWriter } from "./run-writer.server";

/** Tokens that a run has used. */
export interface Usage {
  /** Those that its row does not count yet. */
  inputTokens: number;
  outputTokens: number;
  /** All that this process used for it. */
  spent: number;
}

interface MemoryOptions {
  writer: RunWriter;
  /** Counted up with each response. */
  usage: Usage;
  report: RunReport;
  /** Told when something could not be kept: the work must end here. */
  onError(error: unknown): void;
}

/**
 * What is kept of a run while it works, and what a process that had it before has kept: the
 * responses of the model that want something done, and what the calls came to.
 */
export async function openRunMemory(
  db: Db,
  run: ClaimedRun,
  { writer, usage, report, onError }: MemoryOptions,
): Promise<RunMemory> {
  const { resume } = run;
  const known = await recallReplies(db, run);
  const outcomes = await recallOutcomes(db, run);
  const wanted = known.flatMap(({ output }) => output.flatMap(callId));
  let kept = known.length;
  return {
    known,
    callIds: new Set([
      ...outcomes.keys(),
      ...wanted,
      ...(resume?.approvals ?? []).map(({ id }) => id),
    ]),
    async begun() {
      // The words go through the agents first.
      await immediate();
      await writer.flush();
      // They reach the reader's connection before the agents go on.
      await immediate();
    },
    async keep(reply) {
      usage.spent += reply.usage.inputTokens + reply.usage.outputTokens;
      report.used(reply.usage.inputTokens, reply.usage.outputTokens);
      if (reply.output.some((item) => item.type === "function_call")) {
        // The run itself may still be on its way into the database.
        await writer.flush();
        await keepReply(db, run, kept, reply).catch((error) => {
          onError(error);
          throw error;
        });
        kept += 1;
      } else {
        usage.inputTokens += reply.usage.inputTokens;
        usage.outputTokens += reply.usage.outputTokens;
      }
    },
    outcome: (id) => outcomes.get(id),
    approved: (id) => {
      const approval = resume?.approvals.find((waiting) => waiting.id === id);
      return approval && approvedRows(approval, resume?.approved ?? new Set());
    },
    async started({ id, name, arguments: given }) {
      report.called(name);
      writer.write({ type: "tool.started", data: { id, name, arguments: given } });
      await writer.flush();
    },
    async completed(within, { id, name }, { result, error }) {
      const data = { id, name, result, ...(error && { error }) };
      await appendEvents(within, run, [{ type: "tool.completed", data }]);
    },
    broke: onError,
  };
}

async function keepReply(
  db: Db,
  { runId, lease }: ClaimedRun,
  number: number,
  reply: ModelReply,
): Promise<void> {
  const { inputTokens, outputTokens } = reply.usage;
  const rows = await query(
    db,
    Prisma.sql`
    WITH mine AS (
      UPDATE run SET input_tokens = input_tokens + ${inputTokens}::integer,
        output_tokens = output_tokens + ${outputTokens}::integer
      WHERE id = ${runId}::uuid AND lease_owner = ${lease} RETURNING id
    )
    INSERT INTO model_response (run_id, number, response)
    SELECT id, ${number}::integer, ${toJsonb(reply)}::jsonb FROM mine RETURNING number`,
    "keep reply",
  );
  if (rows.length === 0) throw new LeaseLost(runId);
}

const callId = (item: ModelReply["output"][number]) =>
  item.type === "function_call" ? [item.callId] : [];

async function recallReplies(db: Db, { runId, takeovers }: ClaimedRun): Promise<ModelReply[]> {
  if (takeovers === 0) return [];
  const rows = await db.modelResponse.findMany({ where: { runId }, orderBy: { number: "asc" } });
  return rows.map(({ response }) => response as unknown as ModelReply);
}

/** What the calls of a run came to; a run that has just begun has made none. */
async function recallOutcomes(
  db: Db,
  { runId, takeovers, resume }: ClaimedRun,
): Promise<Map<string, ToolOutcome>> {
  if (takeovers === 0 && !resume) return new Map();
  const where = { runId, type: "tool.completed" };
  const rows = await db.runEvent.findMany({ where, select: { data: true } });
  return new Map(
    rows.map(({ data }) => {
      const { id, result, error } = data as unknown as ToolOutcome & { id: string };
      return [id, { result, ...(error && { error }) }];
    }),
  );
}
