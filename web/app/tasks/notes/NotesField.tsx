import { Eye, Pencil } from "lucide-react";
import { lazy, Suspense, startTransition, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DESCRIPTION_MAX } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";
import { classNames } from "#app/ui/styles/class-names";
import { tickBox } from "./tick-box";

// Loaded where a task has notes.
const NotesView = lazy(() => import("./NotesView"));

/**
 * The notes of a task: shown as Markdown, whose boxes can be ticked, and written as they are. Without
 * script both stand there.
 */
export function NotesField({
  value,
  invalid,
  onChange,
  className,
}: {
  value: string;
  invalid: boolean;
  onChange(notes: string): void;
  /** Of the area in which they are written. */
  className: string;
}) {
  const { t } = useTranslation();
  const label = t("list.field.description");
  const area = useRef<HTMLTextAreaElement>(null);
  const [hydrated, setHydrated] = useState(false);
  // What shows the notes may still load: anything but a transition would render it anew.
  useEffect(() => startTransition(() => setHydrated(true)), []);
  // What is empty is written in; notes that are being written stay open when all of them is deleted.
  const [writing, setWriting] = useState(value.trim() === "");
  const wasEmpty = useRef(value.trim() === "");
  useEffect(() => {
    // What an earlier page had kept, or what came from elsewhere.
    if (wasEmpty.current && value.trim() !== "" && document.activeElement !== area.current)
      setWriting(false);
    wasEmpty.current = value.trim() === "";
  }, [value]);
  const shows = !writing && value.trim() !== "";

  const write = () => {
    setWriting(true);
    // Once it is shown.
    requestAnimationFrame(() => {
      const field = area.current;
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    });
  };

  return (
    <div className="relative flex flex-col">
      {shows && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it does the same
        // biome-ignore lint/a11y/noStaticElementInteractions: likewise
        <div
          onClick={({ target }) => {
            const own = (target as Element).closest("a, label, pre");
            if (!own && window.getSelection()?.isCollapsed !== false) write();
          }}
          className="cursor-text border-y py-3 pe-10 print:pe-0"
        >
          <Suspense fallback={<p className="whitespace-pre-wrap">{value}</p>}>
            <NotesView
              notes={value}
              onTick={
                hydrated
                  ? (index) => {
                      const ticked = tickBox(value, index);
                      if (ticked !== null) onChange(ticked);
                    }
                  : undefined
              }
            />
          </Suspense>
        </div>
      )}
      <textarea
        ref={area}
        name="description"
        value={value}
        aria-label={label}
        aria-invalid={invalid || undefined}
        placeholder={label}
        rows={3}
        maxLength={DESCRIPTION_MAX}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(
          className,
          value.trim() !== "" && "pe-12",
          shows && "hidden noscript:block",
        )}
      />
      {value.trim() !== "" && (
        <IconButton
          type="button"
          label={t(shows ? "list.notes.write" : "list.notes.show")}
          onClick={() => (shows ? write() : setWriting(false))}
          className="absolute end-0 top-px noscript:hidden"
        >
          {shows ? (
            <Pencil aria-hidden="true" size={16} strokeWidth={1.5} />
          ) : (
            <Eye aria-hidden="true" size={16} strokeWidth={1.5} />
          )}
        </IconButton>
      )}
    </div>
  );
}
