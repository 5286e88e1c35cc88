import { Command } from "cmdk";
import type { ReactNode } from "react";
import { Kbd } from "#app/ui/display/Kbd";
import { Dialog } from "./Dialog";

/** An entry of the command palette. */
export interface PaletteItem {
  /** Searched text, unique in the palette. */
  value: string;
  label: ReactNode;
  /** More words that it is found by. */
  keywords?: string[];
  /** Shortcut of the same action. */
  keys?: string;
  act(): void;
}

/** Entries under a heading. */
export interface PaletteGroup {
  heading: string;
  items: PaletteItem[];
}

/** A searchable list of actions. The chosen action runs after the palette has closed. */
export function CommandPalette({
  label,
  placeholder,
  nothing,
  text,
  onText,
  groups,
  onClose,
}: {
  label: string;
  placeholder: string;
  /** Shown when nothing matches. */
  nothing: string;
  text: string;
  onText(text: string): void;
  groups: PaletteGroup[];
  onClose(): void;
}) {
  return (
    <Dialog label={label} first="[cmdk-input]" onClose={onClose} className="w-xl overflow-hidden">
      <Command label={label} loop>
        <Command.Input
          value={text}
          onValueChange={onText}
          placeholder={placeholder}
          className="lead own-words min-h-14 w-full border-b bg-transparent px-4 outline-offset-[-2px]"
        />
        <Command.List className="palette max-h-[50dvh] overflow-y-auto overscroll-contain pb-2">
          <Command.Empty className="dense px-4 py-6 text-quiet">{nothing}</Command.Empty>
          {groups
            .filter(({ items }) => items.length > 0)
            .map(({ heading, items }) => (
              <Command.Group key={heading} heading={heading}>
                {items.map(({ value, label: shown, keywords, keys, act }) => (
                  <Command.Item
                    key={value}
                    value={value}
                    keywords={keywords}
                    onSelect={() => {
                      onClose();
                      // After the dialog has restored the focus.
                      requestAnimationFrame(act);
                    }}
                    className="dense flex min-h-11 cursor-pointer items-center gap-3 px-4 data-[selected=true]:bg-hairline"
                  >
                    <span className="flex min-w-0 flex-1 items-center gap-3">{shown}</span>
                    {keys && <Kbd keys={keys} />}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
