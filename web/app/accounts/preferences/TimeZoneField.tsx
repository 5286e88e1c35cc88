import { useEffect, useState } from "react";

/** A hidden field with the browser's time zone; empty without JavaScript, so the default applies. */
export function TimeZoneField() {
  const [zone, setZone] = useState("");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone ?? ""), []);
  return <input type="hidden" name="timeZone" value={zone} />;
}
