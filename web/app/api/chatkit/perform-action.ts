import { openChoices } from "#app/conversations/answers/open-choices";
import { answerApprovals } from "#app/conversations/approvals/answer-approvals.server";
import { getRun } from "#app/conversations/runs/get-run.server";
import { stopRun } from "#app/conversations/runs/stop-run.server";
import { AppError } from "#app/platform/errors";
import { ACTIONS } from "./approval-widget";
import type { ChatKitCaller } from "./caller";
import type { Params } from "./requests";
import { sendMessage } from "./send-message";
import type { Reply } from "./stream-reply";
import { readThread } from "./threads";
import type { ThreadItem } from "./wire";

/**
 * Performs an action of a widget button or of the embedding page: answers an approval request or a
 * question, stops a run, or follows the one in progress. Without a run id it applies to the active run.
 *
 * @throws AppError `not_found` (404) for an unknown item, `run_not_found` (404) for a run of another
 *   thread, `run_not_waiting` (409) without an active run, `invalid_input` (422) for unknown actions
 */
export async function performAction(
  caller: ChatKitCaller,
  { thread_id, item_id, action }: Params<"threads.custom_action">,
): Promise<Reply> {
  const { app, user, once } = caller;
  const { conversation, items } = await readThread(caller, thread_id);
  if (item_id && !items.some(({ id }) => id === item_id)) throw new AppError("not_found", 404);
  const runId = action.payload?.run_id ?? conversation.activeRun?.id;
  if (runId === undefined) throw new AppError("run_not_waiting", 409);
  const { conversationId, status, approvals } = await getRun(app.db, user.id, runId);
  if (conversationId !== conversation.id) throw new AppError("run_not_found", 404);
  switch (action.type) {
    case ACTIONS.approve:
    case ACTIONS.reject: {
      const ids = approvals.map(({ id }) => id);
      const approved = action.type === ACTIONS.approve;
      const answer = { approve: approved ? ids : [], reject: approved ? [] : ids };
      return { first: [], run: await answerApprovals(app, user, runId, answer, once) };
    }
    case ACTIONS.stop:
      await stopRun(app, user.id, runId);
      return { first: [], run: null };
    case ACTIONS.follow: {
      const active = conversation.activeRun?.id === runId && status === "running";
      const lastEventId = conversation.activeRun?.lastSeq ?? 0;
      return { first: [], run: active ? { runId, conversationId, lastEventId } : null };
    }
    case ACTIONS.choose: {
      const open = openChoices(conversation.messages);
      const chosen = open?.choices.find(({ says }) => says === action.payload?.says);
      if (!chosen || open?.runId !== runId) throw new AppError("run_not_waiting", 409);
      const content = [{ type: "input_text" as const, text: chosen.label }];
      return sendMessage(caller, { content, attachments: [] }, thread_id);
    }
    default: {
      const values = { expected: `one of ${Object.values(ACTIONS).join(", ")}` };
      throw new AppError("invalid_input", 422, { field: "params.action.type", values });
    }
  }
}

/** Returns a widget item without its buttons; other items unchanged. */
export function withoutButtons(item: ThreadItem): ThreadItem {
  if (item.type !== "widget") return item;
  const { confirm: _, cancel: __, ...widget } = item.widget;
  const children = widget.children.map((child) =>
    child.type === "Button" ? { ...child, disabled: true } : child,
  );
  return { ...item, widget: { ...widget, children } };
}
