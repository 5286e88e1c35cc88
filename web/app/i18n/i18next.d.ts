import type { Dictionary, PageTexts } from "./en";
import type { Numerals } from "./numerals";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Dictionary & PageTexts };
  }
  interface CustomPluginOptions {
    numerals?: Numerals;
  }
}
