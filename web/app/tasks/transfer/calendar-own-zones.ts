import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { zoneOf } from "./calendar-zones";

/** Most zones of a file, and their longest text and most lines. */
const ZONES_MAX = 50;
const ZONE_CHARACTERS = 32 * 1024;
const ZONE_LINES = 500;

/** What tells the offsets of a zone; its other lines are left out. */
const LINES = /^(BEGIN|END|TZID|TZOFFSETFROM|TZOFFSETTO|DTSTART|RRULE|RDATE|X-LIC-LOCATION)[;:]/i;

/** The zones of a calendar, by their names in it. */
export type FileZones = (tzid: string) => string | null;

/**
 * Reads what the time zones of a calendar are called: by an IANA name, by a name of Windows, or by their
 * own rules (RFC 5545, 3.6.5), for which an IANA zone is found whose clock shows the same in each month
 * of this year.
 *
 * @param personZone IANA zone that is preferred to others of the same clock
 */
export function readZones(text: string, personZone: string, now: Date): FileZones {
  const own = new Map<string, string>();
  for (const component of ownZones(text)) {
    const tzid = fieldOf(component, "TZID");
    if (tzid && !own.has(tzid)) own.set(tzid, component);
  }
  const known = new Map<string, string | null>();
  return (tzid) => {
    const found = known.get(tzid);
    if (found !== undefined) return found;
    const component = own.get(tzid);
    const zone =
      zoneOf(tzid) ?? windowsZone(tzid) ?? (component ? ownZone(component, personZone, now) : null);
    if (known.size < ZONES_MAX) known.set(tzid, zone);
    return zone;
  };
}

/** The IANA zone of a Windows name, which Outlook and Exchange write. */
const windowsZone = (name: string): string | null =>
  findIana(name as Parameters<typeof findIana>[0])[0] ?? null;

/** The texts of the VTIMEZONEs of a file. */
function* ownZones(text: string): Generator<string> {
  const begin = /^BEGIN:VTIMEZONE[ \t]*\r?$/gim;
  for (let n = 0; n < ZONES_MAX && begin.exec(text); n += 1) {
    const rest = text.slice(begin.lastIndex, begin.lastIndex + ZONE_CHARACTERS);
    const end = rest.search(/^END:VTIMEZONE/im);
    if (end >= 0) yield rest.slice(0, end).replace(/\r?\n[ \t]/g, "");
  }
}

const fieldOf = (component: string, name: string): string | undefined =>
  new RegExp(`^${name}(?:;[^:\\n]*)?:(.*)$`, "im").exec(component)?.[1]?.trim();

function ownZone(component: string, personZone: string, now: Date): string | null {
  const named = fieldOf(component, "X-LIC-LOCATION");
  const zone = named === undefined ? null : (zoneOf(named) ?? windowsZone(named));
  if (zone) return zone;
  const offsets = offsetsOf(component, now.getUTCFullYear());
  if (!offsets) return null;
  const isSame = (name: string) =>
    offsets.every(({ local, minutes }) => offsetIn(name, local) === minutes);
  if (isSame(personZone)) return personZone;
  return Intl.supportedValuesOf("timeZone").find(isSame) ?? null;
}

/** The offsets of a zone in the middle of each month, in minutes; null for what is no zone. */
function offsetsOf(component: string, year: number) {
  try {
    const lines = component.split(/\r?\n/).filter((line) => LINES.test(line));
    // Anything but a change of the clock once a year would take for ever to expand.
    const isSlow = lines.some((line) => /^RRULE/i.test(line) && !/FREQ=YEARLY/i.test(line));
    if (isSlow || lines.length > ZONE_LINES) return null;
    const text = ["BEGIN:VTIMEZONE", ...lines, "END:VTIMEZONE"].join("\r\n");
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
    return Array.from({ length: 12 }, (_, month) => {
      const local = { year, month: month + 1, day: 15, hour: 12 };
      const minutes = zone.utcOffset(ICAL.Time.fromData(local)) / 60;
      return { local: Temporal.PlainDateTime.from(local), minutes };
    });
  } catch {
    return null;
  }
}

const offsetIn = (zone: string, local: Temporal.PlainDateTime): number =>
  local.toZonedDateTime(zone).offsetNanoseconds / 60e9;
