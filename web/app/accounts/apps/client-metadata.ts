import { z } from "zod";
import { textInput } from "#app/platform/text-input";

const ADDRESS_MAX = 2_000;
const ADDRESSES_MAX = 10;
const NAME_MAX = 80;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Schemes that a browser or a system handles itself, where a code must never go. */
const NEVER =
  /^(about|blob|data|file|filesystem|ftp|https?|intent|javascript|mailto|sms|tel|vbscript|view-source|wss?):$/;

/**
 * Whether an authorization code may be sent to an address (RFC 8252): https, a loopback address of the
 * person's own machine, or a scheme of an installed app.
 */
export function isRedirectAddress(address: string): boolean {
  if (!URL.canParse(address) || /[\s\\#]/.test(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  if (protocol === "https:") return hostname !== "";
  if (protocol === "http:") return LOOPBACK.has(hostname);
  return !NEVER.test(protocol);
}

const address = z.string().max(ADDRESS_MAX);

/**
 * The metadata of a client (RFC 7591), as far as it is used: unknown members are left out, so that a
 * client of tomorrow can register too.
 */
export const clientMetadata = z.object({
  redirect_uris: z
    .array(
      address.refine(
        isRedirectAddress,
        "https addresses, http addresses of localhost, or addresses of an app's own scheme",
      ),
      "a list of addresses",
    )
    .min(1, "at least one address")
    .max(ADDRESSES_MAX, `at most ${ADDRESSES_MAX} addresses`),
  client_name: textInput({ max: NAME_MAX }).optional(),
  client_uri: address.optional(),
  token_endpoint_auth_method: z
    .enum(["none", "client_secret_basic", "client_secret_post"])
    .default("client_secret_basic"),
  grant_types: z
    .array(z.string().max(100))
    .max(20)
    .default(["authorization_code"])
    .refine((types) => types.includes("authorization_code"), "authorization_code among them"),
  response_types: z
    .array(z.string().max(100))
    .max(20)
    .default(["code"])
    .refine((types) => types.includes("code"), "code among them"),
  application_type: z.string().max(20).optional(),
});

/** The metadata of a client. */
export type ClientMetadata = z.output<typeof clientMetadata>;

/** What turns the direction of the text around it. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The name of a client for people: its own, else where its codes go. */
export function clientName({ client_name, redirect_uris }: ClientMetadata): string {
  const { hostname, protocol } = new URL(redirect_uris[0] ?? "about:blank");
  const own = client_name?.replace(DIRECTIONS, "").trim();
  return own || (hostname || protocol.slice(0, -1)).slice(0, NAME_MAX);
}
