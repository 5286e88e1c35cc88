import type { Wording } from "../text/wording";

/** Asking how many; what is counted is read from the rest. */
export const counting: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "how many|count|count my|number of|total number of|how much do i have|how much have i|how much have i got|how much work|how much is there|how much stuff|how much is left|how many are",
      ur: "گنیں|گن {give}|گن کر بتائیں|کتنے|کتنی|کتنا|گنتی|کل کتنے|کی تعداد|تعداد|گنو|گن کر بتاؤ",
      roman: "kitne|kitni|kitna|ginti|kul kitne|ki tadaad|tadad|gino|gin kar batao|kitny",
    },
    true,
  ],
];

/** Asking for the figures as a whole. */
export const figures: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "stats|statistics|my stats|summary|overview|progress|my progress|how am i doing|how productive|streak|my streak|report card|breakdown|figures|how did i do|task stats|productivity",
      ur: "اعداد و شمار|خلاصہ|شماریات|کارکردگی|پیش رفت|سٹیٹس|اسٹیٹس|رپورٹ دکھاؤ|رپورٹ دیں|رپورٹ چاہیے|میری کارکردگی|رپورٹ دو|حساب کتاب",
      roman:
        "stats|statistics|khulasa|shumariyat|karkardagi|karkardgi|progress|meri progress|summary|adaad o shumar|streak|report dikhao|overall report|report do|report dein|report chahiye|hisab kitab|overview|peshraft",
    },
    true,
  ],
];
