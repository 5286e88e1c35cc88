/**
 * Turns an untrusted redirect target into a path of this site, else the fallback. Only path, query and
 * fragment are kept, which prevents open redirects after signing in.
 */
export function safePath(target: unknown, fallback: string): string {
  if (typeof target !== "string" || !/^\/(?![/\\])/.test(target)) return fallback;
  const base = "http://karlo.invalid";
  try {
    const url = new URL(target, base);
    // The parser drops tabs and line breaks, which can turn one slash into two.
    if (url.origin !== base || url.pathname.startsWith("//")) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}
