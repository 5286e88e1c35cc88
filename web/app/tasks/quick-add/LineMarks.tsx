import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Place } from "./literal-places";

interface Shown extends Place {
  literal: boolean;
}

/**
 * Marks words of the quick-add field, in a copy of its text behind it; a click on such words in the
 * field toggles them. The field itself stays a plain input: caret, spelling and screen readers know
 * nothing of the copy.
 */
export function LineMarks({
  line,
  marks,
  literal,
  field,
  onToggle,
}: {
  line: string;
  /** Words that were read, and words that are left as words; no two share a letter. */
  marks: readonly Place[];
  literal: readonly Place[];
  field: RefObject<HTMLInputElement>;
  onToggle(place: Place): void;
}) {
  const copy = useRef<HTMLDivElement>(null);
  const places: Shown[] = [
    ...marks.map((place) => ({ ...place, literal: false })),
    ...literal.map((place) => ({ ...place, literal: true })),
  ].sort((one, two) => one.start - two.start);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;

  const follow = () => {
    if (copy.current && field.current) copy.current.scrollLeft = field.current.scrollLeft;
  };
  useLayoutEffect(follow);
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const scroll = () => {
      if (copy.current) copy.current.scrollLeft = input.scrollLeft;
    };
    const click = ({ clientX, clientY, detail }: MouseEvent) => {
      // Words that are being selected are not toggled; a second click takes back what the first did.
      if (detail > 2 || (detail < 2 && input.selectionStart !== input.selectionEnd)) return;
      const mark = document
        .elementsFromPoint(clientX, clientY)
        .find((element): element is HTMLElement => element.matches("[data-line-mark]"));
      const [start = 0, end = 0] = (mark?.dataset.lineMark ?? "").split("-").map(Number);
      if (mark) toggle.current({ start, end });
    };
    const events = ["scroll", "blur", "keyup"] as const;
    for (const event of events) input.addEventListener(event, scroll);
    input.addEventListener("click", click);
    return () => {
      for (const event of events) input.removeEventListener(event, scroll);
      input.removeEventListener("click", click);
    };
  }, [field]);

  const frame = field.current?.parentElement;
  if (!frame) return null;
  return createPortal(
    <div aria-hidden="true" className="absolute inset-0 -z-10 flex items-center">
      <div
        ref={copy}
        className="lead own-words w-full overflow-hidden whitespace-pre text-transparent"
      >
        {places.map((place, at) => (
          <span key={place.start}>
            {line.slice(places[at - 1]?.end ?? 0, place.start)}
            <mark
              data-line-mark={`${place.start}-${place.end}`}
              className={place.literal ? "line-mark-literal" : "line-mark"}
            >
              {line.slice(place.start, place.end)}
            </mark>
          </span>
        ))}
        {line.slice(places.at(-1)?.end ?? 0)}
      </div>
    </div>,
    frame,
  );
}
