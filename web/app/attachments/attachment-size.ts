import type { Language } from "#app/i18n/language";
import { inNumerals, type Numerals } from "#app/i18n/numerals";

/** Formats a size in bytes for people, in their language and numerals: "12 KB", "1.4 MB". */
export function formatFileSize(
  bytes: number,
  { language, numerals }: { language: Language; numerals: Numerals },
): string {
  const large = bytes >= 1024 * 1024;
  const value = large ? bytes / (1024 * 1024) : Math.max(1, bytes / 1024);
  const digits = large && value < 10 ? 1 : 0;
  const text = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);
  const unit = language === "ur" ? (large ? "ایم بی" : "کے بی") : large ? "MB" : "KB";
  return `${inNumerals(text, numerals)}\u00a0${unit}`;
}
