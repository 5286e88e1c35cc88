import { useEffect, useState } from "react";

type LineReading = typeof import("./LineReading");

/**
 * Loads what reads the quick-add line on demand, to keep it out of the bundle of a page that is only
 * read.
 *
 * @param needed starts loading
 * @returns null until it has loaded; false where it cannot be: the server reads the line itself
 */
export function useLineReading(needed: boolean): LineReading | null | false {
  const [loaded, setLoaded] = useState<LineReading | null | false>(null);
  useEffect(() => {
    if (!needed || loaded) return;
    import("./LineReading").then(setLoaded, () => setLoaded(false));
  }, [needed, loaded]);
  return loaded;
}
