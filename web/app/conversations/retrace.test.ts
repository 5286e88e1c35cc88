import { describe, expect, it } from "vitest";
import { createRetrace } from "./retrace";
import type { NewRunEvent } from "./run-event";

const delta = (text: string): NewRunEvent => ({ type: "message.delta", data: { text } });
const restarted: NewRunEvent = { type: "message.restarted", data: {} };
const agent: NewRunEvent = { type: "agent.changed", data: { agent: "orchestrator" } };
const completed = (text: string): NewRunEvent => ({
  type: "message.completed",
  data: { text, agent: "orchestrator", language: "en" },
});
const started = (id: string): NewRunEvent => ({
  type: "tool.started",
  data: { id, name: "get_stats", arguments: {} },
});

/** What readers get to hear of `again`, after they have heard `heard`. */
const tell = (heard: NewRunEvent[], again: NewRunEvent[]): NewRunEvent[] =>
  again.flatMap(createRetrace(heard));

describe("a run that is told again", () => {
  it("is told as it is to readers who have heard nothing", () => {
    const events = [agent, delta("It "), delta("is"), completed("It is"), started("a")];
    expect(tell([], events)).toEqual(events);
  });

  it("leaves out what readers know, and goes on within a word", () => {
    const heard = [agent, delta("One."), completed("One."), started("a"), delta("It "), delta("i")];
    const again = [agent, delta("One."), completed("One."), started("a")];
    expect(tell(heard, [...again, delta("It is"), delta(" so"), completed("It is so")])).toEqual([
      delta("s"),
      delta(" so"),
      completed("It is so"),
    ]);
  });

  it("begins a text anew that turns out otherwise", () => {
    const heard = [agent, delta("It is")];
    expect(
      tell(heard, [agent, delta("It "), delta("was"), delta("."), completed("It was.")]),
    ).toEqual([restarted, delta("It was"), delta("."), completed("It was.")]);
    expect(tell(heard, [agent, delta("It"), completed("It")])).toEqual([
      restarted,
      delta("It"),
      completed("It"),
    ]);
  });

  it("takes back a text that does not come again", () => {
    expect(tell([agent, delta("It is")], [agent, started("a"), delta("No")])).toEqual([
      restarted,
      started("a"),
      delta("No"),
    ]);
  });

  it("does not take back twice what was begun anew already", () => {
    const heard = [delta("It is"), restarted, delta("No")];
    expect(tell(heard, [delta("No"), delta("t yet"), completed("Not yet")])).toEqual([
      delta("t yet"),
      completed("Not yet"),
    ]);
  });
});
