import { useCallback } from "react";
import { useDisplayLocale } from "#app/i18n/use-format";
import { formatFileSize } from "./attachment-size";

/** Returns a formatter of file sizes in the language and numerals of the page. */
export function useFileSize(): (bytes: number) => string {
  const locale = useDisplayLocale();
  return useCallback((bytes) => formatFileSize(bytes, locale), [locale]);
}
