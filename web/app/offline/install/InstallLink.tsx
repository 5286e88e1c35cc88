import { MonitorSmartphone } from "lucide-react";
import { offlineTexts } from "#app/i18n/offline-texts";
import { useDisplayLocale } from "#app/i18n/use-format";
import { LinkRow } from "#app/ui/display/LinkRow";

/** Leads to how Karlo is installed. */
export function InstallLink() {
  const { install: texts } = offlineTexts[useDisplayLocale().language];
  return (
    <LinkRow to="/install" icon={MonitorSmartphone} title={texts.link} hint={texts.linkHint} />
  );
}
