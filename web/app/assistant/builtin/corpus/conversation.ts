import type { AgentInputItem, ModelRequest } from "@openai/agents";
import type { Language } from "../../language";
import { plan } from "../plan";
import { readTurn } from "../request";
import type { Call } from "../turn";
import { CORPUS_NOW } from "./converse";
import { FakeTools, type Seed } from "./fake-tools";

/** A conversation with the planner as the model has it: each message is read with all before it. */
export class Conversation {
  readonly #items: AgentInputItem[] = [];
  readonly #tools: FakeTools;

  constructor(seeds: readonly Seed[]) {
    this.#tools = new FakeTools(structuredClone([...seeds]));
  }

  /** Says something, and gives the calls that followed, the answer and its language. */
  say(text: string): { calls: Call[]; answer: string; language: Language } {
    this.#items.push({ role: "user", content: text });
    const calls: Call[] = [];
    const known = this.#tools.tasks.map(({ id, title, completed }) => ({ id, title, completed }));
    for (let step = 0; step < 12; step++) {
      const request = { input: this.#items, tools: [], handoffs: [], modelSettings: {} };
      const now = Temporal.ZonedDateTime.from(CORPUS_NOW);
      const turn = { ...readTurn(request as unknown as ModelRequest, now), known };
      const planned = plan(turn);
      if ("text" in planned) {
        const content = [{ type: "output_text" as const, text: planned.text }];
        this.#items.push({ role: "assistant", status: "completed", content });
        return { calls, answer: planned.text, language: turn.language };
      }
      for (const call of planned.calls) {
        calls.push(call);
        this.#make(call, `call-${this.#items.length}`);
      }
    }
    throw new Error(`The planner does not come to an end: ${text}`);
  }

  #make(call: Call, callId: string): void {
    const { name } = call;
    const made = { type: "function_call", callId, name, status: "completed" } as const;
    this.#items.push({ ...made, arguments: JSON.stringify(call.arguments) });
    const output = { type: "text" as const, text: JSON.stringify(this.#tools.run(call)) };
    this.#items.push({ type: "function_call_result", callId, name, status: "completed", output });
  }
}
