import { useEffect, useState } from "react";

/** A key or key combination: "Mod+k" is shown as Ctrl K, on a Mac as ⌘ K. */
export function Kbd({ keys }: { keys: string }) {
  const [modKey, setModKey] = useState("Ctrl");
  useEffect(() => {
    if (/Mac|iPhone|iPad/.test(navigator.platform)) setModKey("⌘");
  }, []);
  const names = keys
    .split("+")
    .map((key) => (key === "Mod" ? modKey : key === "Escape" ? "Esc" : key));
  return (
    <kbd
      lang="en"
      dir="ltr"
      className="note inline-block rounded-control border border-edge px-2 py-1 whitespace-nowrap"
    >
      {names.join(" ")}
    </kbd>
  );
}
