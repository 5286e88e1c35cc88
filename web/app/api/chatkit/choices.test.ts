import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { ChatKitClient } from "./testing/chatkit-client";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const connect = ({ call }: TestPerson) =>
  new ChatKitClient((body) => call("POST", "/api/chatkit", body));

/** The last card of a thread. */
function lastCard({ thread }: ChatKitClient) {
  const item = thread.items.findLast(({ type }) => type === "widget");
  if (item?.type !== "widget") throw new Error("no widget");
  return item;
}

/** The buttons on the last card. */
const buttonsOf = (client: ChatKitClient) =>
  lastCard(client).widget.children.flatMap((child) => (child.type === "Button" ? [child] : []));

/** Presses a button of the last card. */
const press = (client: ChatKitClient, at: number) =>
  client.stream("threads.custom_action", {
    thread_id: client.thread.id,
    item_id: lastCard(client).id,
    action: buttonsOf(client)[at]?.onClickAction,
  });

/** Expects the streamed items to equal the listed ones. */
async function expectSameAfterReload(client: ChatKitClient, person: TestPerson) {
  const again = connect(person);
  await again.open(client.thread.id);
  const withoutTimes = ({ thread }: ChatKitClient) =>
    thread.items.map(({ created_at: _, ...item }) => item);
  expect(withoutTimes(again)).toEqual(withoutTimes(client));
}

it("answers a question by one of its buttons, which any message closes", async () => {
  const amna = await api.signUp();
  const client = connect(amna);
  for (const title of ["call Ali about rent", "call Ali about dinner"])
    await amna.call("POST", "/api/v1/tasks", { title });
  await client.say("complete call ali");
  const labels = ["#1 call Ali about rent", "#2 call Ali about dinner"];
  expect(buttonsOf(client)).toMatchObject(labels.map((label) => ({ label })));
  expect(buttonsOf(client).some(({ disabled }) => disabled)).toBe(false);
  await expectSameAfterReload(client, amna);

  await press(client, 1);
  const said = client.thread.items.findLast(({ type }) => type === "user_message");
  expect(said).toMatchObject({ content: [{ text: labels[1] }] });
  expect(client.thread.items.at(-1)).toMatchObject({
    content: [{ text: expect.stringContaining("Completed #2") }],
  });
  expect(buttonsOf(client).every(({ disabled }) => disabled)).toBe(true);
  await expectSameAfterReload(client, amna);
  await expect(press(client, 0)).rejects.toThrow("409");

  await client.say("delete call ali");
  await client.say("show my tasks");
  expect(buttonsOf(client).every(({ disabled }) => disabled)).toBe(true);
  await expectSameAfterReload(client, amna);
});
