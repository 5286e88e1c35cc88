import type { Dictionary } from "./en";
import type { Numerals } from "./numerals";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Dictionary };
  }
  interface CustomPluginOptions {
    numerals?: Numerals;
  }
}
