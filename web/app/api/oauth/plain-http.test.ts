import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { expect, it } from "vitest";
import { createTestApi } from "#testing/test-app";
import { answer, browse, fetchAt, newApp } from "./testing/connect-app";

it("connects where Karlo is reached by plain HTTP, as in a network at home", async () => {
  const api = await createTestApi();
  const home = await api.openReplica({ PUBLIC_URL: "http://karlo.lan:3000" });
  const person = home.as(await api.signUp());
  const app = newApp();
  const serverUrl = "http://karlo.lan:3000/mcp";
  await auth(app, { serverUrl, fetchFn: fetchAt(home) });
  const consent = await browse(home, app.sent ?? "", person.cookie);
  const refused = await answer(home, person, consent, false);
  const back = await answer(home, person, await browse(home, app.sent ?? "", person.cookie));
  // The issuer is the one that the metadata names (RFC 9207).
  for (const address of [refused, back])
    expect(address.searchParams.get("iss")).toBe("http://karlo.lan:3000/api/auth");
  const authorizationCode = back.searchParams.get("code") ?? "";
  await auth(app, { serverUrl, fetchFn: fetchAt(home), authorizationCode });
  // Let in before, the provider answers by itself.
  const again = await browse(home, app.sent ?? "", person.cookie);
  expect(again.searchParams.get("iss")).toBe("http://karlo.lan:3000/api/auth");
  const listed = await home.fetch("/mcp", {
    method: "POST",
    headers: {
      authorization: `Bearer ${app.given?.access_token}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
  });
  expect(listed.status).toBe(200);
  await home.close();
  await api.close();
});
