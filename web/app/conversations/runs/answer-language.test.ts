import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let person: TestPerson;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function ask(message: string, more: object = {}) {
  const response = await person.call("POST", "/api/v1/chat", { message, ...more });
  return (await response.json()) as Record<string, never>;
}
const choose = (assistantLanguage: string) =>
  api.app.db.user.update({ where: { id: person.id }, data: { assistantLanguage } });

const URDU = /[\u0600-\u06ff]/;

describe("the language of an answer", () => {
  it("is that of the message, or of the last run for a message without evidence", async () => {
    person = await api.signUp();
    const english = await ask("add buy milk");
    expect(english).toMatchObject({ agent: "orchestrator", language: "en" });
    const { conversation_id } = english;
    const urdu = await ask("meeting کل 5 بجے add کر دو", { conversation_id });
    expect(urdu).toMatchObject({ agent: "urdu_specialist", language: "ur" });
    expect(urdu.response).toMatch(URDU);
    expect(await ask("undo", { conversation_id })).toMatchObject({ language: "ur" });
    const roman = await ask("mere kaam dikhao", { conversation_id });
    expect(roman).toMatchObject({ agent: "urdu_specialist", language: "ur-Latn" });
    expect(roman.response).not.toMatch(URDU);
  });

  it("is the person's preference, whatever the message is written in", async () => {
    person = await api.signUp();
    await choose("en");
    const english = await ask("kal doodh lana hai, ye yaad rakhna");
    expect(english).toMatchObject({ agent: "orchestrator", language: "en" });
    expect(english.tool_calls).toMatchObject([{ name: "create_task" }]);
    await choose("ur");
    const urdu = await ask("show my tasks");
    expect(urdu).toMatchObject({ agent: "urdu_specialist", language: "ur" });
    expect(urdu.response).toMatch(URDU);
    await choose("ur-Latn");
    const roman = await ask("میرے کام دکھاؤ");
    expect(roman).toMatchObject({ agent: "urdu_specialist", language: "ur-Latn" });
  });

  it("is that of the request's locale, before any preference", async () => {
    person = await api.signUp();
    await choose("en");
    for (const locale of ["ur", "ur-Latn", "en"]) {
      expect(await ask("show my tasks", { locale })).toMatchObject({ language: locale });
    }
    expect(await ask("show my tasks", { locale: "fr" })).toMatchObject({ code: "invalid_input" });
  });

  it("stays that of the question when the approval is in another", async () => {
    person = await api.signUp();
    const { conversation_id } = await ask("add buy milk");
    await ask("buy milk delete kar do", { conversation_id });
    expect(await ask("yes", { conversation_id })).toMatchObject({
      status: "completed",
      language: "ur-Latn",
    });
  });
});
