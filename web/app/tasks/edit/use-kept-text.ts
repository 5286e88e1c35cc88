import { useRouteLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { readKept, writeKept } from "./kept-texts";

/**
 * A text that a person is writing, kept on this device for them until it is empty: it is there again
 * after the page was left, loaded anew or lost.
 *
 * @param name what the text is of
 */
export function useKeptText(name: string): [string, (text: string) => void] {
  const root = useRouteLoaderData("root") as { user?: { id?: string } | null } | undefined;
  const person = root?.user?.id;
  const [text, setText] = useState("");
  useEffect(() => setText(person ? (readKept(person, name) ?? "") : ""), [person, name]);
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (person) writeKept(person, name, next || null);
    },
    [person, name],
  );
  return [text, write];
}
