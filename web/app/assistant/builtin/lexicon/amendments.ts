import type { Phrases, Wording } from "../text/wording";

/** What takes back the words before it wherever it stands: "add milk, no wait, bread". */
export const amendments: Phrases = [
  [
    {
      en: "no wait|wait no|oh wait|oh no wait|no no|i mean|i meant|no i mean|no i meant|sorry i mean|sorry i meant|wait i mean|wait i meant|actually i mean|actually i meant|scratch that|no scratch that|actually scratch that|or rather|no make it|no make that|actually make it|actually make that|sorry make it|sorry make that|actually no|no actually|actually no make it|actually no make that|no sorry|sorry no",
      ur: "نہیں نہیں|نہیں نہیں نہیں|ارے نہیں|اوہ نہیں|سوری نہیں|نہیں سوری|میرا مطلب|میرا مطلب ہے|میرا مطلب تھا|نہیں میرا مطلب|نہیں میرا مطلب ہے|نہیں میرا مطلب تھا|بلکہ|نہیں بلکہ",
      roman:
        "nahi nahi|nahi nahi nahi|are nahi|oh nahi|sorry nahi|nahi sorry|oh sorry|mera matlab|mera matlab hai|mera matlab tha|matlab ke|sorry matlab|nahi matlab|nahi mera matlab|nahi mera matlab hai|nahi mera matlab tha|sorry mera matlab|balke|nahi balke|i mean|no wait|wait nahi|nahi wait|nahi actually|actually nahi",
    },
    true,
  ],
];

/**
 * What may do so: only behind a comma, or between two words that say the same kind of thing. What
 * stands behind "instead" was otherwise before.
 */
export const doubtfulAmendments: readonly (readonly [Wording, "rather" | "instead"])[] = [
  [
    {
      en: "no|not|nope|wait|actually|sorry|oops|make it|make that|rather|well actually|better",
      ur: "نہیں|سوری|معذرت|اصل میں",
      roman: "nahi|nai|nhi|sorry|matlab|actually|wait|oops|asal mein",
    },
    "rather",
  ],
  [
    {
      ur: "کے بجائے|کی بجائے|کی جگہ",
      roman: "ke bajaye|ki bajaye|ke bajae|ki jagah|ki jaga",
    },
    "instead",
  ],
];
