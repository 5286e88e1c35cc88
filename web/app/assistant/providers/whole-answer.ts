interface ChatCompletion {
  id?: string;
  model?: string;
  choices: {
    message?: {
      content?: unknown;
      refusal?: string | null;
      reasoning?: unknown;
      reasoning_content?: unknown;
      tool_calls?: object[] | null;
    };
    finish_reason?: string | null;
  }[];
  usage?: object;
}

interface ResponseObject {
  object: "response";
  status?: string;
  output?: { type: string; id?: string; content?: { type: string; text?: string }[] }[];
}

/**
 * The events of a stream with the answer of a server that did not stream it.
 *
 * @returns null for what is no answer
 */
export function toStream(text: string): string | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (isChatCompletion(answer))
    return [...chunksOf(answer).map(toEvent), toEvent("[DONE]")].join("");
  return isResponse(answer) ? eventsOf(answer).map(toEvent).join("") : null;
}

function isChatCompletion(answer: unknown): answer is ChatCompletion {
  const choices = (answer as Partial<ChatCompletion> | null)?.choices;
  return Array.isArray(choices) && choices.length > 0;
}

const isResponse = (answer: unknown): answer is ResponseObject =>
  (answer as Partial<ResponseObject> | null)?.object === "response";

function chunksOf({ id = "chatcmpl", model = "", choices, usage }: ChatCompletion): object[] {
  const chunk = { id, object: "chat.completion.chunk", created: 0, model };
  const [choice] = choices;
  const calls = choice?.message?.tool_calls?.map((call, index) => ({ ...call, index }));
  const delta = { ...choice?.message, role: "assistant", ...(calls && { tool_calls: calls }) };
  const finish_reason = choice?.finish_reason ?? "stop";
  return [
    { ...chunk, choices: [{ index: 0, delta, finish_reason: null }] },
    { ...chunk, choices: [{ index: 0, delta: {}, finish_reason }] },
    ...(usage ? [{ ...chunk, choices: [], usage }] : []),
  ];
}

function eventsOf(response: ResponseObject): object[] {
  const deltas = (response.output ?? []).flatMap(({ type, id, content = [] }, output_index) =>
    type !== "message"
      ? []
      : content.flatMap((part, content_index) =>
          part.type === "output_text" && part.text
            ? [
                {
                  type: "response.output_text.delta",
                  item_id: id,
                  output_index,
                  content_index,
                  delta: part.text,
                },
              ]
            : [],
        ),
  );
  const type = `response.${response.status ?? "completed"}`;
  const events = [{ type: "response.created", response }, ...deltas, { type, response }];
  return events.map((event, sequence_number) => ({ ...event, sequence_number }));
}

const toEvent = (data: object | string): string =>
  `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
