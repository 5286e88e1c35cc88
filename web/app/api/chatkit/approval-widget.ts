import type { Widgets } from "@openai/chatkit";
import type { Approval } from "#app/conversations/message";
import type { WireTask } from "#app/tasks/task";
import type { Place } from "./items";

/** What a button of a widget, or a page around it, may ask for. */
export const ACTIONS = {
  approve: "karlo.approve",
  reject: "karlo.reject",
  stop: "karlo.stop",
  follow: "karlo.follow",
} as const;

/**
 * What waits for a yes or no, as a card with its rows; with buttons for as long as it waits. A word
 * in the conversation answers it as well.
 */
export function approvalWidget(
  approvals: Approval[],
  { t, runId }: Pick<Place, "t" | "runId">,
  waits: boolean,
): { widget: Widgets.Card; copy_text: string } {
  const rows = approvals.flatMap(({ before, after }) =>
    before.map((task) => ({ task, becomes: after.find(({ id }) => id === task.id) })),
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
        ...rows.map(({ task, becomes }) => row(task, becomes)),
      ],
      ...(waits && buttons),
    },
    copy_text: [title, ...rows.map(({ task }) => `#${task.id} ${task.title}`)].join("\n"),
  };
}

function row(task: WireTask, becomes: WireTask | undefined): Widgets.WidgetComponent {
  return {
    type: "Row",
    gap: 2,
    children: [
      { type: "Badge", label: `#${task.id}` },
      { type: "Text", value: task.title },
      ...(becomes ? [{ type: "Caption", value: changes(task, becomes) } as const] : []),
    ],
  };
}

/** "priority: high · due_at: 2026-11-22": what is other than before. */
function changes(before: WireTask, after: WireTask): string {
  const seen = ["title", "priority", "category", "due_at", "recurrence", "completed"] as const;
  return seen
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${after[name]}`)
    .join(" · ");
}
