import { OAuth2Server } from "oauth2-mock-server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestApi, type TestApi } from "#testing/test-app";

const ORIGIN = "http://localhost:3000";
const google = new OAuth2Server();
let api: TestApi;
let claims: Record<string, unknown>;

beforeAll(async () => {
  await google.issuer.keys.generate("RS256");
  await google.start(0, "127.0.0.1");
  google.service.on("beforeTokenSigning", ({ payload }) => Object.assign(payload, claims));
  api = await createTestApi({ GOOGLE_CLIENT_ID: "karlo", GOOGLE_CLIENT_SECRET: "secret" });
  // Only Google's token endpoint is replaced, by a mock OAuth server.
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url === "https://oauth2.googleapis.com/token") {
      return real(`${google.issuer.url}/token`, init);
    }
    return real(input, init);
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await google.stop();
  await api.close();
});
afterEach(() => {
  claims = {};
});

const cookies = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

/** Runs the whole OAuth flow: start here, consent at the mock, callback here. */
async function signIn(profile: Record<string, unknown>, callbackURL = "/tasks", browser?: string) {
  claims = { email_verified: true, name: "Sana", aud: "karlo", ...profile };
  const started = await api.fetch("/api/auth/sign-in/social", {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN },
    body: JSON.stringify({ provider: "google", callbackURL, errorCallbackURL: "/sign-in" }),
  });
  const { url = "" } = (await started.json()) as { url?: string };
  if (!url) return started;
  const consentUrl = new URL(url);
  expect(consentUrl.origin).toBe("https://accounts.google.com");
  expect(consentUrl.searchParams.get("redirect_uri")).toBe(`${ORIGIN}/api/auth/callback/google`);
  expect(consentUrl.searchParams.get("code_challenge_method")).toBe("S256");
  const consent = await fetch(`${google.issuer.url}/authorize${consentUrl.search}`, {
    redirect: "manual",
  });
  const back = new URL(consent.headers.get("location") ?? "");
  return api.fetch(back.pathname + back.search, {
    headers: { cookie: browser ?? cookies(started) },
  });
}

const whoIs = async (response: Response) =>
  (await api.fetch("/api/v1/auth/me", { headers: { cookie: cookies(response) } })).json();

describe("signing in with Google", () => {
  it("creates an account the first time and signs in to it the second time", async () => {
    const first = await signIn({ sub: "g1", email: "sana@example.com" });
    expect(first.status).toBe(302);
    expect(first.headers.get("location")).toBe("/tasks");
    const me = await whoIs(first);
    expect(me).toMatchObject({ user: { email: "sana@example.com", email_verified: true } });
    expect(await whoIs(await signIn({ sub: "g1", email: "sana@example.com" }))).toEqual(me);
  });

  it("links only an account with a verified address, and only if Google verified it too", async () => {
    const amna = await api.signUp();
    const answer = await signIn({ sub: "g2", email: amna.email });
    expect(answer.headers.get("location")).toContain("error=");
    expect(cookies(answer)).not.toContain("session_token=");

    await api.app.db.user.update({ where: { id: amna.id }, data: { emailVerified: true } });
    const linked = await signIn({ sub: "g2", email: amna.email });
    expect(linked.headers.get("location")).toBe("/tasks");
    expect(await whoIs(linked)).toMatchObject({ user: { id: amna.id } });
    const unverified = await signIn({ sub: "g3", email: amna.email, email_verified: false });
    expect(cookies(unverified)).not.toContain("session_token=");
  });

  it("completes only in the browser that started it, and never redirects to another site", async () => {
    const stolen = await signIn({ sub: "g4", email: "g4@example.com" }, "/tasks", "");
    expect(cookies(stolen)).not.toContain("session_token=");
    expect(await api.app.db.user.count({ where: { email: "g4@example.com" } })).toBe(0);
    for (const elsewhere of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
      const answer = await signIn({ sub: "g5", email: "g5@example.com" }, elsewhere);
      expect(answer.headers.get("location") ?? "", elsewhere).not.toContain("evil.example");
    }
  });
});

it("allows Google as a form target only when Google is configured", async () => {
  const plain = await createTestApi();
  const policy = async ({ fetch }: TestApi) => {
    // Every response outside the API carries the header; this one needs no page build.
    const refused = await fetch("/", { method: "POST", headers: { origin: "https://x.example" } });
    return refused.headers.get("content-security-policy") ?? "";
  };
  try {
    expect(await policy(api)).toMatch(/form-action 'self' https:\/\/accounts\.google\.com;/);
    expect(await policy(plain)).toMatch(/form-action 'self';/);
    const off = await plain.fetch("/api/auth/sign-in/social", {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN },
      body: '{"provider":"google"}',
    });
    expect(off.status).toBe(404);
  } finally {
    await plain.close();
  }
});
