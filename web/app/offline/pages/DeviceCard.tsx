import { Form } from "@remix-run/react";
import { offlineTexts } from "#app/i18n/offline-texts";
import { useDisplayLocale } from "#app/i18n/use-format";
import { InstallLink } from "#app/offline/install/InstallLink";
import { Button } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";
import { forgetDevice } from "./forget-device";

/** What is kept on this device, whether it is, and how Karlo is installed on it. */
export function DeviceCard({ keepsNothing }: { keepsNothing: boolean }) {
  const { shared: texts } = offlineTexts[useDisplayLocale().language];
  return (
    <Card title={texts.title}>
      <div className="flex flex-col gap-4">
        <p className="dense text-quiet">{keepsNothing ? texts.keepsNothing : texts.keeps}</p>
        <Form
          method="post"
          action="/settings"
          reloadDocument
          onSubmit={() => {
            // The answer deletes it too, where the browser knows how.
            if (!keepsNothing) void forgetDevice().catch(() => {});
          }}
        >
          <input type="hidden" name="returnTo" value="/profile" />
          <Button name="keep" value={keepsNothing ? "yes" : "no"}>
            {keepsNothing ? texts.start : texts.stop}
          </Button>
        </Form>
        <InstallLink />
      </div>
    </Card>
  );
}
