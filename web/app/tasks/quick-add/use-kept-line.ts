import { useRouteLoaderData } from "@remix-run/react";
import { useEffect } from "react";

const NAME = "karlo.quick-add";

/**
 * Keeps the line of quick add in this tab, for the person who wrote it: the words are there again when
 * they had to sign in anew, or when the page was loaded again.
 *
 * @param write puts back what was kept; called once, where the line is empty
 */
export function useKeptLine(line: string, write: (line: string) => void): void {
  const root = useRouteLoaderData("root") as { user?: { id?: string } | null } | undefined;
  const person = root?.user?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was there before this page
  useEffect(() => {
    const kept = person && line === "" ? read(person) : "";
    if (kept) write(kept);
  }, [person]);
  useEffect(() => {
    if (person) save(person, line);
  }, [person, line]);
}

function read(person: string): string {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? "{}") as Record<string, unknown>;
    return kept.person === person && typeof kept.line === "string" ? kept.line : "";
  } catch {
    return "";
  }
}

function save(person: string, line: string): void {
  try {
    if (line) sessionStorage.setItem(NAME, JSON.stringify({ person, line }));
    else sessionStorage.removeItem(NAME);
  } catch {
    // It lasts as long as the page.
  }
}
