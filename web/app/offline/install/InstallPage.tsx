import { Check, Download } from "lucide-react";
import { offlineTexts } from "#app/i18n/offline-texts";
import { useDisplayLocale } from "#app/i18n/use-format";
import { Button } from "#app/ui/controls/Button";
import { useInstall } from "./use-install";

/** How Karlo becomes an app on a device: one press where the browser offers it, else by hand. */
export function InstallPage() {
  const { install: texts } = offlineTexts[useDisplayLocale().language];
  const { state, install } = useInstall();
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <h1 className="display size-title pt-8 pb-4 md:pt-12">{texts.title}</h1>
      <p className="lead max-w-[68ch] text-quiet">{texts.lead}</p>
      {/* As high as the button that may come. */}
      <div className="flex min-h-24 items-center">
        {state === "button" && (
          <Button type="button" variant="primary" onClick={install}>
            <Download aria-hidden="true" size={20} strokeWidth={1.5} />
            {texts.button}
          </Button>
        )}
        {state === "app" && (
          <p className="inline-flex items-center gap-3 text-done">
            <Check aria-hidden="true" size={20} strokeWidth={1.5} />
            {texts.installed}
          </p>
        )}
      </div>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-3">
        <Steps title={texts.ios} steps={texts.iosSteps} hint={texts.iosPush} />
        <Steps title={texts.android} steps={texts.androidSteps} />
        <Steps title={texts.desktop} steps={texts.desktopSteps} />
      </div>
    </main>
  );
}

function Steps({ title, steps, hint }: { title: string; steps: string[]; hint?: string }) {
  return (
    <section className="border-t pt-4">
      <h2 className="note mb-4 text-quiet">{title}</h2>
      <ol className="flex list-decimal flex-col gap-2 ps-6">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {hint && <p className="dense mt-4 text-quiet">{hint}</p>}
    </section>
  );
}
