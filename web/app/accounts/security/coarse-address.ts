import { isIPv4, isIPv6 } from "node:net";

/**
 * The network of a client address: /24 of IPv4 ("203.0.113.0/24"), /48 of IPv6 ("2001:db8:1::/48").
 * Enough to recognize one's own connection, too little to follow a person.
 *
 * @returns null when it is not an IP address
 */
export function coarseAddress(address: string): string | null {
  if (isIPv4(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return null;
  // The URL parser writes every spelling of an address in the same way.
  const canonical = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(canonical);
  if (mapped) {
    const [, high = "", low = ""] = mapped;
    const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
    return coarseAddress([24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join("."));
  }
  const [start = "", end] = canonical.split("::");
  const groups = start ? start.split(":") : [];
  const tail = end ? end.split(":") : [];
  const zeros = Array.from({ length: end === undefined ? 0 : 8 - groups.length - tail.length });
  const network = [...groups, ...zeros.map(() => "0"), ...tail].slice(0, 3);
  return `${network.join(":")}::/48`;
}
