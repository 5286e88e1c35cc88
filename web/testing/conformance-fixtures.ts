import { createHmac, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import {
  acceptedContent,
  completable,
  inputRequired,
  McpServer,
  ResourceTemplate,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";

/** A picture of one point, and a sound of no length. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=";

const text = (value: string) => ({ type: "text", text: value }) as const;
const image = { type: "image", data: PNG, mimeType: "image/png" } as const;
const embedded = (uri: string, mimeType: string, value: string) =>
  ({ type: "resource", resource: { uri, mimeType, text: value } }) as const;
const say = (...content: ReturnType<typeof text>[]) => ({ content });
const user = <T>(content: T) => ({ role: "user" as const, content });

const key = randomBytes(32);
const sign = (state: string) =>
  `${state}.${createHmac("sha256", key).update(state).digest("base64url")}`;

/** The state that a client sent back, if it is one that was given out. */
function verify(sent: string): string {
  const state = sent.split(".")[0] ?? "";
  if (sign(state) !== sent) throw new Error("bad state");
  return state;
}
const stateOf = ({ mcpReq }: ServerContext) => mcpReq.requestState<string>();

const ask = (message: string, field: string, type: "string" | "boolean" = "string") => {
  const schema = type === "string" ? { type } : { type };
  return inputRequired.elicit({
    message,
    requestedSchema: { type: "object", properties: { [field]: schema }, required: [field] },
  });
};

/** What the scenarios of the conformance suite call, behind the transport of the product. */
export function createFixtureServer(): McpServer {
  const server = new McpServer(
    { name: "fixtures", version: "1" },
    {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      requestState: { verify },
    },
  );
  addTools(server);
  addAskingTools(server);
  addResources(server);
  addPrompts(server);
  return server;
}

function addTools(server: McpServer): void {
  const add = (
    name: string,
    run: (context: ServerContext) => unknown,
    description = "A fixture.",
  ) =>
    server.registerTool(name, { description }, ((context: ServerContext) => run(context)) as never);
  add("test_simple_text", () => say(text("This is a simple text response for testing.")));
  add("test_image_content", () => ({ content: [image] }));
  add("test_audio_content", () => ({
    content: [{ type: "audio", data: WAV, mimeType: "audio/wav" }],
  }));
  add("test_embedded_resource", () => ({
    content: [
      embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."),
    ],
  }));
  add("test_multiple_content_types", () => ({
    content: [
      text("Multiple content types test:"),
      image,
      embedded("test://mixed-content-resource", "application/json", '{"test":"data","value":123}'),
    ],
  }));
  add("test_error_handling", () => {
    throw new Error("This tool intentionally returns an error for testing");
  });
  add("test_tool_with_progress", async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({
          method: "notifications/progress",
          params: { progressToken, progress, total: 100 },
        });
      await wait(50);
    }
    return say(text("done"));
  });
}

function addAskingTools(server: McpServer): void {
  const add = (name: string, run: (context: ServerContext) => unknown) =>
    server.registerTool(name, { description: "A fixture that asks." }, run as never);
  const nameSchema = z.object({ name: z.string() });
  add("test_input_required_result_elicitation", ({ mcpReq }) => {
    const given = acceptedContent(mcpReq.inputResponses, "user_name", nameSchema);
    if (given) return say(text(`Hello, ${given.name}!`));
    return inputRequired({ inputRequests: { user_name: ask("What is your name?", "name") } });
  });
  const capital_question = inputRequired.createMessage({
    messages: [user(text("What is the capital of France?"))],
    maxTokens: 100,
  });
  add("test_input_required_result_sampling", ({ mcpReq }) =>
    mcpReq.inputResponses?.capital_question
      ? say(text(JSON.stringify(mcpReq.inputResponses.capital_question)))
      : inputRequired({ inputRequests: { capital_question } }),
  );
  add("test_input_required_result_list_roots", ({ mcpReq }) =>
    mcpReq.inputResponses?.client_roots
      ? say(text(JSON.stringify(mcpReq.inputResponses.client_roots)))
      : inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } }),
  );
  add("test_input_required_result_capabilities", () => {
    const { elicitation, sampling } = server.server.getClientCapabilities() ?? {};
    return inputRequired({
      inputRequests: {
        ...(elicitation && { user_name: ask("What is your name?", "name") }),
        ...(sampling && { capital_question }),
      },
      requestState: sign("asked"),
    });
  });
  for (const name of [
    "test_input_required_result_request_state",
    "test_input_required_result_tampered_state",
  ])
    add(name, (context) => {
      const state = stateOf(context);
      if (state && context.mcpReq.inputResponses?.confirm) return say(text("state-ok"));
      return inputRequired({
        inputRequests: { confirm: ask("Please confirm", "ok", "boolean") },
        requestState: sign("asked"),
      });
    });
  add("test_input_required_result_multiple_inputs", (context) => {
    const { user_name, greeting, client_roots } = context.mcpReq.inputResponses ?? {};
    if (user_name && greeting && client_roots && stateOf(context)) return say(text("all given"));
    return inputRequired({
      inputRequests: {
        user_name: ask("What is your name?", "name"),
        greeting: inputRequired.createMessage({
          messages: [user(text("Generate a greeting"))],
          maxTokens: 50,
        }),
        client_roots: inputRequired.listRoots(),
      },
      requestState: sign("asked"),
    });
  });
  add("test_input_required_result_multi_round", (context) => {
    const state = stateOf(context);
    const given = context.mcpReq.inputResponses ?? {};
    if (state === "two" && given.step2) return say(text("Both steps are done."));
    if (state === "one" && given.step1)
      return inputRequired({
        inputRequests: { step2: ask("Step 2: What is your favorite color?", "color") },
        requestState: sign("two"),
      });
    return inputRequired({
      inputRequests: { step1: ask("Step 1: What is your name?", "name") },
      requestState: sign("one"),
    });
  });
}

function addResources(server: McpServer): void {
  const uri = "test://static-text";
  server.registerResource("static-text", uri, { mimeType: "text/plain" }, () => ({
    contents: [
      { uri, mimeType: "text/plain", text: "This is the content of the static text resource." },
    ],
  }));
  const binary = "test://static-binary";
  server.registerResource("static-binary", binary, { mimeType: "image/png" }, () => ({
    contents: [{ uri: binary, mimeType: "image/png", blob: PNG }],
  }));
  server.registerResource(
    "template",
    new ResourceTemplate("test://template/{id}/data", { list: undefined }),
    { mimeType: "application/json" },
    ({ href }, { id }) => ({
      contents: [
        {
          uri: href,
          mimeType: "application/json",
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
        },
      ],
    }),
  );
}

function addPrompts(server: McpServer): void {
  server.registerPrompt("test_simple_prompt", { description: "A fixture." }, () => ({
    messages: [user(text("This is a simple prompt for testing."))],
  }));
  const arg = completable(z.string(), (value) =>
    ["paris", "park", "party"].filter((one) => one.startsWith(value)),
  );
  server.registerPrompt(
    "test_prompt_with_arguments",
    { description: "A fixture.", argsSchema: z.object({ arg1: arg, arg2: z.string() }) },
    ({ arg1, arg2 }) => ({
      messages: [user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))],
    }),
  );
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "A fixture.", argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => ({
      messages: [
        user(embedded(resourceUri, "text/plain", "Embedded resource content for testing.")),
        user(text("Please process the embedded resource above.")),
      ],
    }),
  );
  server.registerPrompt("test_prompt_with_image", { description: "A fixture." }, () => ({
    messages: [user(image), user(text("Please analyze the image above."))],
  }));
  server.registerPrompt("test_input_required_result_prompt", { description: "Asks." }, (({
    mcpReq,
  }: ServerContext) => {
    const given = acceptedContent(mcpReq.inputResponses, "user_context");
    if (given) return { messages: [user(text(`Context: ${given.context}`))] };
    const user_context = ask("What context should the prompt use?", "context");
    return inputRequired({ inputRequests: { user_context } });
  }) as never);
}
