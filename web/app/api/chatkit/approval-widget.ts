import type { Widgets } from "@openai/chatkit";
import type { Approval } from "#app/conversations/messages/message";
import type { WireTask } from "#app/tasks/task/wire-task";
import type { ItemContext } from "./item-context";

/** The custom actions of widget buttons and of the embedding page. */
export const ACTIONS = {
  approve: "karlo.approve",
  reject: "karlo.reject",
  stop: "karlo.stop",
  follow: "karlo.follow",
  choose: "karlo.choose",
} as const;

/**
 * Builds the card of an approval request with a row per task. It can also be answered by a message.
 *
 * @param pending true while the run awaits the approval: the card has buttons
 */
export function approvalWidget(
  approvals: Approval[],
  { t, runId }: Pick<ItemContext, "t" | "runId">,
  pending: boolean,
): { widget: Widgets.Card; copy_text: string } {
  const rows = approvals.flatMap(({ before, after }) =>
    before.map((task) => ({ task, changed: after.find(({ id }) => id === task.id) })),
  );
  const kind = approvals.every(({ tool }) => tool.startsWith("delete")) ? "delete" : "change";
  const count = rows.length;
  const isDelete = kind === "delete";
  const title = t(isDelete ? "chat.approval.deleteTitle" : "chat.approval.changeTitle", { count });
  const payload = { run_id: runId };
  const buttons: Partial<Widgets.Card> = {
    confirm: {
      label: t(isDelete ? "chat.approval.approveDelete" : "chat.approval.approveChange"),
      action: { type: ACTIONS.approve, payload },
    },
    cancel: { label: t("chat.approval.reject"), action: { type: ACTIONS.reject, payload } },
  };
  return {
    widget: {
      type: "Card",
      size: "md",
      children: [
        { type: "Title", value: title, size: "sm" },
        ...rows.map(({ task, changed }) => row(task, changed)),
      ],
      ...(pending && buttons),
    },
    copy_text: [title, ...rows.map(({ task }) => `#${task.id} ${task.title}`)].join("\n"),
  };
}

function row(task: WireTask, changed: WireTask | undefined): Widgets.WidgetComponent {
  return {
    type: "Row",
    gap: 2,
    children: [
      { type: "Badge", label: `#${task.id}` },
      { type: "Text", value: task.title },
      ...(changed ? [{ type: "Caption", value: changes(task, changed) } as const] : []),
    ],
  };
}

/** Lists the changed fields: "priority: high · due_at: 2026-11-22". */
function changes(before: WireTask, after: WireTask): string {
  const fields = [
    ...["title", "priority", "category", "due_at", "duration_minutes"],
    ...["recurrence", "recurrence_from", "completed"],
  ] as (keyof WireTask)[];
  return fields
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${after[name]}`)
    .join(" · ");
}
