import { useState } from "react";
import type { DesignTexts } from "#app/i18n/design";
import { CommandPalette } from "#app/ui/overlays/CommandPalette";

/** A command palette with four sample entries. */
export default function SamplePalette({ words, onClose }: { words: DesignTexts; onClose(): void }) {
  const [text, setText] = useState("");
  const item = (label: string, keys?: string) => ({ value: label, label, keys, act: () => {} });
  return (
    <CommandPalette
      label={words.palette}
      placeholder={words.paletteAsk}
      nothing={words.paletteNothing}
      text={text}
      onText={setText}
      onClose={onClose}
      groups={[
        { heading: words.menu, items: [item(words.rename, "e"), item(words.copy, "Mod+c")] },
        { heading: words.buttons, items: [item(words.plain), item(words.danger)] },
      ]}
    />
  );
}
