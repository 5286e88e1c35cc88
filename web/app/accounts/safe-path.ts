/**
 * A path of this site out of something a stranger could have written, else the fallback. Only the
 * path, query and fragment survive: nobody is sent elsewhere after signing in.
 */
export function safePath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted)) return fallback;
  const here = "http://karlo.invalid";
  try {
    const url = new URL(wanted, here);
    // The parser drops tabs and line breaks, which can turn one slash into two.
    if (url.origin !== here || url.pathname.startsWith("//")) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}
