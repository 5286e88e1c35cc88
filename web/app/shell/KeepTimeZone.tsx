import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Stores the browser's time zone in the account when it differs from the `known` one. */
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
