/** A name of a list or a label as it is compared: however it is written, it is the same. */
const foldName = (name: string): string => name.normalize("NFC").toLowerCase();

/** Whether two names are the same. */
export const isSameName = (one: string, two: string): boolean => foldName(one) === foldName(two);

/** Compares names as people sort them: 2 before 10, and letters whatever their case. */
export const byName = (one: string, two: string): number =>
  one.localeCompare(two, "en", { numeric: true, sensitivity: "base" }) || (one < two ? -1 : 1);
