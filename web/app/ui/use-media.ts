import { useEffect, useState } from "react";

/** Whether a media query fits; false on the server and until the script runs. */
export function useMedia(query: string): boolean {
  const [fits, setFits] = useState(false);
  useEffect(() => {
    const list = window.matchMedia(query);
    const read = () => setFits(list.matches);
    read();
    list.addEventListener("change", read);
    return () => list.removeEventListener("change", read);
  }, [query]);
  return fits;
}
