/** A tool call that a model wrote as text. */
export interface TextualCall {
  name: string;
  /** JSON of an object. */
  arguments: string;
}

/** The name of a tool without what models put before it: `functions.create_task:0`. */
export const toolName = (name: string): string =>
  name
    .trim()
    .replace(/^.*[./]/s, "")
    .replace(/:\d+$/, "");

/**
 * Reads calls from the JSON of a call, or of several: `{"name": …, "arguments": …}`, and the other
 * names that models give these members. Empty for anything else.
 */
export function readCalls(text: string): TextualCall[] {
  const value = parse(text.trim());
  const calls = (Array.isArray(value) ? value : [value]).map(toCall);
  return calls.every((call) => call !== null) ? calls : [];
}

/** Reads the calls between the tokens of a chat template: names, each before its arguments. */
export function readSection(section: string): TextualCall[] {
  const text = section.replace(/<[|｜][^|｜<>\n]*[|｜]>/g, "\n");
  const calls: TextualCall[] = [];
  let from = 0;
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", from)) {
    const json = objectAt(text, at);
    const whole = readCalls(json);
    const [named] = text.slice(from, at).match(/[\w.:-]+(?=\W*(?:json\W*)?$)/) ?? [];
    if (whole.length > 0) calls.push(...whole);
    else if (named !== undefined && isObject(parse(json)))
      calls.push({ name: toolName(named), arguments: json });
    from = at + Math.max(json.length, 1);
  }
  return calls;
}

/** Reads `<function=create_task>` with its arguments as JSON, or as `<parameter=title>` each. */
export function readFunction(text: string): TextualCall[] {
  return [...text.matchAll(/<function=([^>\s]+)>(.*?)(?:<\/function>|$)/gs)].map(
    ([, name = "", body = ""]) => {
      const json = body.trim();
      if (isObject(parse(json))) return { name: toolName(name), arguments: json };
      const parameters = [...body.matchAll(/<parameter=([^>\s]+)>(.*?)<\/parameter>/gs)];
      const args = parameters.map(([, key = "", value = ""]) => [key, toValue(value.trim())]);
      return { name: toolName(name), arguments: JSON.stringify(Object.fromEntries(args)) };
    },
  );
}

/** Numbers, lists and the like are written as JSON, strings as they are. */
function toValue(text: string): unknown {
  const value = parse(text);
  return value === undefined ? text : value;
}

function toCall(value: unknown): TextualCall | null {
  if (!isObject(value)) return null;
  const inner = value.function ?? value.tool_call;
  if (isObject(inner)) return toCall(inner);
  const name = value.name ?? value.tool ?? value.function;
  const args = value.arguments ?? value.parameters ?? value.args ?? value.input;
  if (typeof name !== "string" || !/^[\w.:/-]{1,64}$/.test(name)) return null;
  if (args === undefined) return Object.keys(value).length === 1 ? call(name, "{}") : null;
  return call(name, typeof args === "string" ? args : JSON.stringify(args));
}

const call = (name: string, args: string): TextualCall => ({
  name: toolName(name),
  arguments: args,
});

/** The text from an opening brace to the one that closes it, or to the end. */
function objectAt(text: string, start: number): string {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === "\\") at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === "{") depth += 1;
    else if (!quoted && letter === "}") depth -= 1;
    if (depth === 0 && !quoted) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
