import { useEffect, useState } from "react";

/** A key of the keyboard, or several pressed together: "Mod+k" is Ctrl K, on a Mac ⌘ K. */
export function Kbd({ keys }: { keys: string }) {
  const [mod, setMod] = useState("Ctrl");
  useEffect(() => {
    if (/Mac|iPhone|iPad/.test(navigator.platform)) setMod("⌘");
  }, []);
  const names = keys
    .split("+")
    .map((key) => (key === "Mod" ? mod : key === "Escape" ? "Esc" : key));
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
