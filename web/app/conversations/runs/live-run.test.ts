import { describe, expect, it } from "vitest";
import { applyEvent, createLiveRun, isPausedOrOver, type LiveRun } from "./live-run";
import type { NewRunEvent } from "./run-event";

const play = (...events: NewRunEvent[]): LiveRun => events.reduce(applyEvent, createLiveRun("r1"));

describe("applyEvent", () => {
  it("appends deltas and replaces them by the complete text", () => {
    const run = play(
      { type: "message.delta", data: { text: "It is " } },
      { type: "message.delta", data: { text: "on" } },
    );
    expect(run).toMatchObject({ streaming: true, parts: [{ type: "text", text: "It is on" }] });
    const whole = { text: "It is on your list.", agent: "orchestrator", language: "en" } as const;
    expect(applyEvent(run, { type: "message.completed", data: whole })).toMatchObject({
      streaming: false,
      parts: [{ type: "text", ...whole }],
    });
  });

  it("adds one handoff and names the agent of later texts", () => {
    const run = play(
      { type: "agent.changed", data: { agent: "orchestrator" } },
      { type: "agent.changed", data: { agent: "urdu_specialist" } },
      { type: "agent.changed", data: { agent: "urdu_specialist" } },
      { type: "message.delta", data: { text: "جی" } },
    );
    expect(run.parts).toEqual([
      { type: "handoff", to: "urdu_specialist" },
      { type: "text", text: "جی", agent: "urdu_specialist" },
    ]);
  });

  it("completes the tool call with the event's id", () => {
    const run = play(
      { type: "tool.started", data: { id: "a", name: "get_stats", arguments: {} } },
      { type: "tool.started", data: { id: "b", name: "get_task", arguments: { id: 9 } } },
      { type: "tool.completed", data: { id: "a", name: "get_stats", result: { open: 1 } } },
      {
        type: "tool.completed",
        data: { id: "b", name: "get_task", result: null, error: { code: "x", detail: "y" } },
      },
    );
    expect(run.parts).toMatchObject([
      { id: "a", status: "completed", result: { open: 1 } },
      { id: "b", status: "failed", result: { error: { code: "x", detail: "y" } } },
    ]);
  });

  it("restarts a text, and drops a call that was running when the run was cancelled", () => {
    const run = play(
      { type: "message.completed", data: { text: "One.", agent: "orchestrator", language: "en" } },
      { type: "message.delta", data: { text: "It is" } },
      { type: "message.restarted", data: {} },
      { type: "message.delta", data: { text: "No" } },
    );
    expect(run.parts).toMatchObject([{ text: "One." }, { text: "No" }]);
    const stopped = [
      { type: "tool.started", data: { id: "a", name: "get_stats", arguments: {} } },
      { type: "run.cancelled", data: {} },
    ] as const;
    expect(stopped.reduce<LiveRun>(applyEvent, run).parts).toEqual(run.parts);
  });

  it("marks rejected calls", () => {
    const error = { code: "rejected", detail: "No." };
    const run = play(
      { type: "tool.started", data: { id: "a", name: "delete_task", arguments: { id: 1 } } },
      { type: "tool.completed", data: { id: "a", name: "delete_task", result: null, error } },
    );
    expect(run.parts).toMatchObject([{ status: "rejected", result: null }]);
  });

  it("ends with each of the final events", () => {
    expect(play({ type: "run.completed", data: { response: "Done." } })).toMatchObject({
      status: "completed",
      parts: [{ type: "text", text: "Done." }],
    });
    const failed = play({ type: "run.failed", data: { code: "model_failed", detail: "No." } });
    expect(failed).toMatchObject({ status: "failed", parts: [{ type: "error", detail: "No." }] });
    const asks = play({ type: "approval.required", data: { approvals: [], text: "Delete?" } });
    expect(asks.parts.map((part) => part.type)).toEqual(["approval", "text"]);
    expect([failed, asks, play({ type: "run.cancelled", data: {} })].every(isPausedOrOver)).toBe(
      true,
    );
    expect(isPausedOrOver(play())).toBe(false);
  });
});
