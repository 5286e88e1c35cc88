import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { TestApi } from "#testing/test-app";

/** What a person answers to a client that asks: `no` is an answer, to decline is none. */
export type Said = "accept" | "decline" | "no";

/**
 * A client of `/mcp` with a token; one that can ask gives the answers of `says`, and keeps what it was
 * asked.
 */
export async function connectClient(
  api: TestApi,
  token: string,
  says?: Said[],
): Promise<{ client: Client; asked: string[] }> {
  const asked: string[] = [];
  const client = new Client(
    { name: "test", version: "1" },
    {
      versionNegotiation: { mode: { pin: "2026-07-28" } },
      capabilities: says ? { elicitation: { form: {} } } : {},
    },
  );
  if (says)
    client.setRequestHandler("elicitation/create", ({ params }) => {
      asked.push(params.message);
      const answer = says.shift() ?? "decline";
      return answer === "decline"
        ? { action: "decline" as const }
        : { action: "accept" as const, content: { approve: answer === "accept" } };
    });
  await client.connect(
    new StreamableHTTPClientTransport(new URL("http://localhost:3000/mcp"), {
      fetch: (url, init) => api.fetch(String(url), init),
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return { client, asked };
}
