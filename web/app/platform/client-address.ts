/** Carries the client's address inward; a client's own header of this name is dropped. */
export const CLIENT_ADDRESS_HEADER = "x-karlo-client-address";

/**
 * The client's address as far as it can be believed: the peer of the connection, or, behind
 * `trustedProxies` proxies that each append to `X-Forwarded-For`, what the outermost of them saw.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const chain = [...(forwardedFor?.split(",").map((part) => part.trim()) ?? []), peer ?? ""];
  const address = trustedProxies > 0 ? (chain.at(-1 - trustedProxies) ?? chain[0]) : peer;
  return (address ?? "").replace(/^::ffff:/, "") || "unknown";
}
