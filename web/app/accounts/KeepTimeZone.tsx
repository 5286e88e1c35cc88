import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Days are the person's own: the browser knows the zone, the account keeps it. */
export function KeepTimeZone({ known }: { known: string }) {
  const { submit } = useFetcher();
  const sent = useRef("");
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === known || sent.current === timeZone) return;
    sent.current = timeZone;
    submit({ timeZone }, { method: "post", action: "/settings" });
  }, [known, submit]);
  return null;
}
