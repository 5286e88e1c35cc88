import type { NewRunEvent } from "./run-event";

/** Gives what of an event is new to the readers. */
export type Retrace = (event: NewRunEvent) => NewRunEvent[];

/**
 * Compares what a run tells again, after its process died, with what its readers have heard. What
 * they know is left out, and a text goes on where it broke off; a text that turns out otherwise is
 * begun anew with `message.restarted`.
 *
 * @param heard the events since the run was last taken up by a person
 */
export function createRetrace(heard: NewRunEvent[]): Retrace {
  const known = new Map<string, number>();
  const texts: string[] = [];
  let growing = false;
  for (const event of heard) {
    if (event.type === "message.delta") {
      const text = (growing ? (texts.pop() ?? "") : "") + event.data.text;
      texts.push(text);
    } else if (event.type === "message.restarted") {
      if (growing) texts.pop();
    } else {
      if (event.type === "message.completed" && !growing) texts.push(event.data.text);
      known.set(keyOf(event), (known.get(keyOf(event)) ?? 0) + 1);
    }
    if (event.type.startsWith("message.")) growing = event.type === "message.delta";
  }

  /** What readers have of the message that is being told, and what has been told of it. */
  let had = "";
  let told: string | null = null;

  function tellText(text: string): NewRunEvent[] {
    if (told === null) {
      had = texts.shift() ?? "";
      told = "";
    }
    told += text;
    if (had.startsWith(told)) return [];
    const whole: NewRunEvent = { type: "message.delta", data: { text: told } };
    if (had && !told.startsWith(had)) {
      had = told;
      return [{ type: "message.restarted", data: {} }, whole];
    }
    whole.data.text = told.slice(had.length);
    had = told;
    return [whole];
  }

  return (event) => {
    if (event.type === "message.delta") return tellText(event.data.text);
    const fresh: NewRunEvent[] = [];
    const count = known.get(keyOf(event)) ?? 0;
    if (event.type === "message.completed") {
      if (told === null) texts.shift();
      else if (count === 0 && had !== told) {
        // Readers saw more of it than there is now.
        fresh.push({ type: "message.restarted", data: {} });
        fresh.push({ type: "message.delta", data: { text: told } });
      }
      told = null;
      had = "";
    } else if (count === 0 && texts.length > 0) {
      // Readers saw the beginning of a text that has not come again.
      texts.length = 0;
      fresh.push({ type: "message.restarted", data: {} });
    }
    if (count > 0) known.set(keyOf(event), count - 1);
    else fresh.push(event);
    return fresh;
  };
}

function keyOf({ type, data }: NewRunEvent): string {
  if (type === "agent.changed") return `${type} ${data.agent}`;
  if (type === "message.completed") return `${type} ${data.text}`;
  if (type === "tool.started" || type === "tool.completed") return `${type} ${data.id}`;
  return type;
}
