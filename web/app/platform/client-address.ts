import { isIP } from "node:net";

/** Header for the resolved client address; a value sent by the client is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-karlo-client-address";

/**
 * Returns the trustworthy address of a client: the peer of the connection or, behind
 * `trustedProxies` proxies that each append to `X-Forwarded-For`, the peer of the outermost one.
 *
 * @param peer remote address of the socket
 * @returns the address in the form of {@link countedAddress}
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const chain = [...(forwardedFor?.split(",").map((part) => part.trim()) ?? []), peer ?? ""];
  const address = trustedProxies > 0 ? (chain.at(-1 - trustedProxies) ?? chain[0]) : peer;
  return countedAddress(address ?? "");
}

/**
 * The form of an address that attempts are counted by: IPv4 as it is, also within IPv6; of IPv6 the
 * network of 64 bits, which is what one customer has, in canonical form (RFC 5952).
 *
 * @param text an address, also in brackets, with a port or a zone
 * @returns an IP address, or "unknown"
 */
export function countedAddress(text: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(text) ?? [];
  const [, plain] = /^(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(text) ?? [];
  const address = (bracketed ?? plain ?? text).replace(/%.*$/, "");
  const version = isIP(address);
  if (version === 4) return address;
  if (version !== 6) return "unknown";
  const groups = groupsOf(address);
  const embedded = embeddedIpv4(groups);
  return embedded ?? canonical([...groups.slice(0, 4), 0, 0, 0, 0]);
}

/** The address in canonical form: what the parser of URLs makes of it. */
const canonical = (groups: number[]): string =>
  new URL(`http://[${groups.map((group) => group.toString(16)).join(":")}]`).hostname.slice(1, -1);

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const parse = (part: string) =>
    part === "" ? [] : part.split(":").map((g) => Number.parseInt(g, 16));
  const [first, last] = [parse(head), parse(tail ?? "")];
  return [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
}

/** The IPv4 address in a mapped (::ffff:0:0/96) or translated one (64:ff9b::/96, RFC 6052). */
function embeddedIpv4(groups: number[]): string | undefined {
  const prefix = groups.slice(0, 6).join();
  if (prefix !== "0,0,0,0,0,65535" && prefix !== `${0x64},${0xff9b},0,0,0,0`) return undefined;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
