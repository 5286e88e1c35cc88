import { useEffect, useState } from "react";

/** The browser's zone in a form; empty without script, and then the server has its default. */
export function TimeZoneField() {
  const [zone, setZone] = useState("");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone ?? ""), []);
  return <input type="hidden" name="timeZone" value={zone} />;
}
