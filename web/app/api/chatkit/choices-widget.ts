import type { Widgets } from "@openai/chatkit";
import type { Choice } from "#app/assistant/answer-data";
import { ACTIONS } from "./approval-widget";
import type { ItemContext } from "./item-context";

/**
 * Builds the card of a question's answers, each a button. They can also be said in a message.
 *
 * @param open true until another message has come: the buttons can be pressed
 */
export function choicesWidget(
  choices: Choice[],
  { runId }: Pick<ItemContext, "runId">,
  open: boolean,
): { widget: Widgets.Card; copy_text: string } {
  const buttons = choices.map(
    ({ label, says }): Widgets.Button => ({
      type: "Button",
      label,
      block: true,
      ...(!open && { disabled: true }),
      onClickAction: { type: ACTIONS.choose, payload: { run_id: runId, says } },
    }),
  );
  return {
    widget: { type: "Card", size: "md", children: buttons },
    copy_text: choices.map(({ label }) => label).join("\n"),
  };
}
