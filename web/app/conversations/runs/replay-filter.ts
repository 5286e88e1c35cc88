import type { NewRunEvent } from "./run-event";

/** Returns what of an event its readers do not have yet. */
export type ReplayFilter = (event: NewRunEvent) => NewRunEvent[];

/**
 * Filters the events of a run that is executed again after a takeover: events that readers have are
 * dropped, and a text continues where it broke off. If the new text differs from what readers have,
 * `message.restarted` discards theirs and the text is sent from its beginning.
 *
 * @param stored the events of the segment so far; empty for a run that starts
 */
export function createReplayFilter(stored: NewRunEvent[]): ReplayFilter {
  const { counts, texts } = index(stored);

  /** What readers have of the current message, and what was produced of it; null between messages. */
  let delivered = "";
  let produced: string | null = null;

  function filterDelta(text: string): NewRunEvent[] {
    if (produced === null) {
      delivered = texts.shift() ?? "";
      produced = "";
    }
    produced += text;
    if (delivered.startsWith(produced)) return [];
    if (delivered && !produced.startsWith(delivered)) {
      delivered = produced;
      return [restarted(), delta(produced)];
    }
    const rest = produced.slice(delivered.length);
    delivered = produced;
    return [delta(rest)];
  }

  return (event) => {
    if (event.type === "message.delta") return filterDelta(event.data.text);
    const fresh: NewRunEvent[] = [];
    const count = counts.get(keyOf(event)) ?? 0;
    if (event.type === "message.completed") {
      if (produced === null) texts.shift();
      else if (count === 0 && delivered !== produced) {
        // Readers have a longer text than the one that is now complete.
        fresh.push(restarted(), delta(produced));
      }
      produced = null;
      delivered = "";
    } else if (count === 0 && texts.length > 0) {
      // Readers have the beginning of a text that was not produced again.
      texts.length = 0;
      fresh.push(restarted());
    }
    if (count > 0) counts.set(keyOf(event), count - 1);
    else fresh.push(event);
    return fresh;
  };
}

/** The texts that readers have, in order, and how often they have each other event. */
function index(stored: NewRunEvent[]): { counts: Map<string, number>; texts: string[] } {
  const counts = new Map<string, number>();
  const texts: string[] = [];
  let streaming = false;
  for (const event of stored) {
    if (event.type === "message.delta") {
      const text = (streaming ? (texts.pop() ?? "") : "") + event.data.text;
      texts.push(text);
    } else if (event.type === "message.restarted") {
      if (streaming) texts.pop();
    } else {
      if (event.type === "message.completed" && !streaming) texts.push(event.data.text);
      counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1);
    }
    if (event.type.startsWith("message.")) streaming = event.type === "message.delta";
  }
  return { counts, texts };
}

const restarted = (): NewRunEvent => ({ type: "message.restarted", data: {} });
const delta = (text: string): NewRunEvent => ({ type: "message.delta", data: { text } });

function keyOf({ type, data }: NewRunEvent): string {
  if (type === "agent.changed") return `${type} ${data.agent}`;
  if (type === "message.completed") return `${type} ${data.text}`;
  if (type === "tool.started" || type === "tool.completed") return `${type} ${data.id}`;
  return type;
}
