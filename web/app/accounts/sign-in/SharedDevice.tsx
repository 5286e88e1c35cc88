import { useFetcher } from "@remix-run/react";
import { offlineTexts } from "#app/i18n/offline-texts";
import { useDisplayLocale } from "#app/i18n/use-format";
import { Checkbox } from "#app/ui/controls/Checkbox";

/**
 * "Keep nothing here", for a device that others use too. It is sent with its form; with JavaScript it is
 * a choice of the device at once, so that it holds for a sign-in without this form as well.
 */
export function SharedDevice({ shared }: { shared: boolean }) {
  const { shared: texts } = offlineTexts[useDisplayLocale().language];
  const { submit } = useFetcher();
  return (
    <div>
      <Checkbox
        label={texts.label}
        name="shared"
        value="yes"
        defaultChecked={shared}
        aria-describedby="shared-hint"
        onChange={({ target }) =>
          submit({ keep: target.checked ? "no" : "yes" }, { method: "post", action: "/settings" })
        }
      />
      <p id="shared-hint" className="dense ps-8 text-quiet">
        {texts.hint}
      </p>
    </div>
  );
}
