import { describe, expect, it } from "vitest";
import { createReplayFilter } from "./replay-filter";
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

/** What readers of `stored` get when `events` are produced after a takeover. */
const replay = (stored: NewRunEvent[], events: NewRunEvent[]): NewRunEvent[] =>
  events.flatMap(createReplayFilter(stored));

describe("createReplayFilter", () => {
  it("passes all events when none are stored", () => {
    const events = [agent, delta("It "), delta("is"), completed("It is"), started("a")];
    expect(replay([], events)).toEqual(events);
  });

  it("drops stored events, and continues within a word", () => {
    const stored = [
      agent,
      delta("One."),
      completed("One."),
      started("a"),
      delta("It "),
      delta("i"),
    ];
    const events = [agent, delta("One."), completed("One."), started("a")];
    expect(
      replay(stored, [...events, delta("It is"), delta(" so"), completed("It is so")]),
    ).toEqual([delta("s"), delta(" so"), completed("It is so")]);
  });

  it("restarts a text that differs", () => {
    const stored = [agent, delta("It is")];
    expect(
      replay(stored, [agent, delta("It "), delta("was"), delta("."), completed("It was.")]),
    ).toEqual([restarted, delta("It was"), delta("."), completed("It was.")]);
    expect(replay(stored, [agent, delta("It"), completed("It")])).toEqual([
      restarted,
      delta("It"),
      completed("It"),
    ]);
  });

  it("discards a text that is not produced again", () => {
    expect(replay([agent, delta("It is")], [agent, started("a"), delta("No")])).toEqual([
      restarted,
      started("a"),
      delta("No"),
    ]);
  });

  it("does not restart a text twice", () => {
    const stored = [delta("It is"), restarted, delta("No")];
    expect(replay(stored, [delta("No"), delta("t yet"), completed("Not yet")])).toEqual([
      delta("t yet"),
      completed("Not yet"),
    ]);
  });
});
