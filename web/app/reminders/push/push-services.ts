/** A test's push service on this machine, the only one that is called without TLS. */
const LOCAL = /^localhost:\d+$/;

/**
 * The address of a push service if it is one that pushes may go to. A browser names it, so that any
 * other would let a stranger make this server send requests.
 *
 * @param hosts of PUSH_SERVICES
 */
export function pushServiceUrl(endpoint: string, hosts: string[]): URL | null {
  const url = URL.parse(endpoint);
  if (url?.username !== "" || url.password !== "") return null;
  const isLocal = LOCAL.test(url.host) && hosts.includes(url.host);
  if (isLocal) return url.protocol === "http:" ? url : null;
  if (url.protocol !== "https:" || url.port !== "") return null;
  const allowed = hosts.some((host) =>
    host.startsWith("*.") ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
  );
  return allowed ? url : null;
}
