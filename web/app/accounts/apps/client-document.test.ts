import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import { createTestApi, type TestApi } from "#testing/test-app";
import { clientDocuments, isDocumentAddress, parseDocument } from "./client-document.server";
import { fetchDocument, publicLookup } from "./fetch-document.server";

const ADDRESS = "https://app.example.com/client.json";
const document = (change: object = {}) =>
  JSON.stringify({
    client_id: ADDRESS,
    client_name: "App",
    redirect_uris: ["https://app.example.com/callback"],
    ...change,
  });

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

describe("a client whose id is the address of its metadata", () => {
  it("is known by https with a path, and by nothing else", () => {
    expect(isDocumentAddress(ADDRESS)).toBe(true);
    for (const other of [
      "http://app.example.com/client.json",
      "https://app.example.com/",
      "https://user@app.example.com/x",
      "https://app.example.com/x#y",
      "https://app.example.com/a/../b",
      "client",
    ])
      expect(isDocumentAddress(other), other).toBe(false);
  });

  it("is what its own document says, without a secret", () => {
    expect(parseDocument(ADDRESS, document())).toMatchObject({ client_name: "App" });
    for (const bad of [
      document({ client_id: "https://evil.example/client.json" }),
      document({ redirect_uris: ["http://evil.example/"] }),
      document({ token_endpoint_auth_method: "client_secret_post" }),
      "no json",
      "null",
      "[]",
    ])
      expect(parseDocument(ADDRESS, bad), bad).toBeNull();
  });

  it("is stored, kept for a day, and outlives a host that is away", async () => {
    const { db } = api.app;
    const fetch = vi.fn().mockResolvedValueOnce(document()).mockResolvedValue(null);
    const { resolve } = clientDocuments(db, fetch);
    const found = await resolve({} as never, ADDRESS, null);
    expect(found).toMatchObject({ clientId: ADDRESS, name: "App", clientSecret: null });
    expect(await resolve({} as never, ADDRESS, found)).toBe(found);
    expect(fetch).toHaveBeenCalledTimes(1);
    const old = { ...found, updatedAt: new Date(0) } as typeof found;
    expect(await resolve({} as never, ADDRESS, old)).toBe(old);
    expect(await resolve({} as never, "https://nobody.example/x", null)).toBeNull();
  });

  it("is fetched a few times a minute for one address, which leaves others theirs", async () => {
    const fetch = vi.fn().mockResolvedValue(null);
    const { resolve } = clientDocuments(api.app.db, fetch);
    const ask = (from: string, n: number) => {
      const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: from });
      return resolve({ headers } as never, `https://host${n}.example/x`, null);
    };
    for (let n = 0; n < 30; n += 1) await ask("192.0.2.1", n);
    expect(fetch).toHaveBeenCalledTimes(10);
    await ask("192.0.2.2", 0);
    expect(fetch).toHaveBeenCalledTimes(11);
  });

  it("is never fetched from an address that only this server reaches", async () => {
    for (const address of [
      "https://127.0.0.1/x",
      "https://[::1]/x",
      "https://169.254.169.254/latest",
      "https://10.0.0.1/x",
      "https://localhost/x",
      "https://[::ffff:127.0.0.1]/x",
    ])
      expect(await fetchDocument(new URL(address)), address).toBeNull();
    // A name that leads to such an address is looked through.
    const error = await new Promise((resolve) =>
      publicLookup("localhost", { all: true }, (cause) => resolve(cause)),
    );
    expect(error).toBeInstanceOf(Error);
  });
});
