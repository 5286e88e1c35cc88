import { useEffect, useState } from "react";
import { knowsPasskeys } from "./passkeys-client";

/** Whether passkeys can be used here; false until the page is hydrated. */
export function usePasskeys(): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => setKnown(knowsPasskeys()), []);
  return known;
}
