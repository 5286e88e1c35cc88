import { Form, useRevalidator } from "@remix-run/react";
import { BellOff, BellRing } from "lucide-react";
import { type DateContext, dayIn, dayLabel } from "#app/i18n/dates";
import { useReminderTexts } from "#app/i18n/reminder-page";
import type { PushDevice } from "#app/reminders/push/subscriptions.server";
import { usePush } from "#app/reminders/push/use-push";
import { Button } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";

/** Turns pushes on and off in this browser, and lists those that take them. */
export function DevicesCard({
  publicKey,
  devices,
  dates,
}: {
  publicKey: string | null;
  devices: PushDevice[];
  dates: DateContext;
}) {
  const { text } = useReminderTexts();
  const { revalidate } = useRevalidator();
  const { state, busy, turn } = usePush(publicKey, revalidate);
  const shown = publicKey === null ? "none" : (state ?? "script");
  const on = state === "on";
  const Icon = on ? BellRing : BellOff;
  return (
    <Card title={text.channels}>
      <div role="status" className="flex items-start gap-3">
        <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="mt-1 shrink-0 text-quiet" />
        <p className="max-w-[60ch]">{text.device[shown]}</p>
      </div>
      {publicKey !== null && (on || state === "off" || state === "failed") && (
        <Button
          type="button"
          variant={on ? "plain" : "primary"}
          aria-disabled={busy || undefined}
          onClick={() => turn(!on)}
          className="self-start"
        >
          {on ? text.turnOff : text.turnOn}
        </Button>
      )}
      {devices.length > 0 && (
        <section aria-labelledby="devices" className="flex flex-col">
          <h3 id="devices" className="note text-quiet">
            {text.devices}
          </h3>
          <ul>
            {devices.map(({ id, device, createdAt }) => {
              const day = dayLabel(dayIn(dates.timeZone, new Date(createdAt)), dates);
              return (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-6 border-b py-2"
                >
                  <span className="flex flex-col">
                    <bdi>{device ?? text.unknownDevice}</bdi>
                    <span className="note figures text-quiet">{text.since(day)}</span>
                  </span>
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="id" value={id} />
                    <Button
                      variant="quiet"
                      name="intent"
                      value="remove"
                      aria-label={text.removeLabel(device ?? text.unknownDevice)}
                    >
                      {text.remove}
                    </Button>
                  </Form>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </Card>
  );
}
