import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from "@modelcontextprotocol/sdk/shared/auth.js";
import { decideConsent } from "#app/accounts/apps/decide-consent.server";
import type { TestApi, TestPerson } from "#testing/test-app";

const ORIGIN = "http://localhost:3000";
export const MCP = `${ORIGIN}/mcp`;
const publicUrl = (api: TestApi): string => api.app.config.PUBLIC_URL;
export const REDIRECT = "http://127.0.0.1:33418/callback";

/** An app with the official SDK's client, which keeps what it was given. */
export interface TestApp extends OAuthClientProvider {
  client?: OAuthClientInformationMixed;
  given?: OAuthTokens;
  /** Where it sent the browser last. */
  sent?: URL;
}

/** An app that has done nothing yet. */
export function newApp(name = "Test assistant", redirectUrl = REDIRECT): TestApp {
  let verifier = "";
  return {
    redirectUrl,
    clientMetadata: {
      client_name: name,
      redirect_uris: [redirectUrl],
      grant_types: ["authorization_code", "refresh_token"],
      token_endpoint_auth_method: "none",
    },
    clientInformation() {
      return this.client;
    },
    saveClientInformation(client) {
      this.client = client;
    },
    tokens() {
      return this.given;
    },
    saveTokens(tokens) {
      this.given = tokens;
    },
    redirectToAuthorization(url) {
      this.sent = url;
    },
    saveCodeVerifier(value) {
      verifier = value;
    },
    codeVerifier: () => verifier,
  };
}

/** Fetches as the app does: without cookies. */
export const fetchAt = (api: TestApi) => (url: string | URL, init?: RequestInit) =>
  api.fetch(String(url), init);

/** Opens an address of the provider as the browser of a person; gives where it leads. */
export async function browse(api: TestApi, url: string | URL, cookie = ""): Promise<URL> {
  const response = await api.fetch(String(url), { headers: { cookie, accept: "text/html" } });
  return new URL(response.headers.get("location") ?? "/nowhere", publicUrl(api));
}

/** Answers the consent page as the person; gives where the browser goes. */
export async function answer(
  api: TestApi,
  { id, cookie }: TestPerson,
  consent: URL,
  accept = true,
): Promise<URL> {
  const request = new Request(consent, { method: "POST", headers: { cookie } });
  return new URL(await decideConsent(api.app, request, id, consent.search, accept));
}

/** Connects an app of a person, from discovery to its tokens. */
export async function connectApp(
  api: TestApi,
  person: TestPerson,
  app = newApp(),
  scope?: string,
): Promise<TestApp> {
  const fetchFn = fetchAt(api);
  const serverUrl = `${publicUrl(api)}/mcp`;
  await auth(app, { serverUrl, fetchFn, scope });
  const consent = await browse(api, app.sent ?? "", person.cookie);
  const back = await answer(api, person, consent);
  const authorizationCode = back.searchParams.get("code") ?? undefined;
  await auth(app, { serverUrl, fetchFn, authorizationCode, scope });
  return app;
}
