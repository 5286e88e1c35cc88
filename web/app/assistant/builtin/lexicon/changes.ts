import type { Wording } from "../text/wording";

export type Field = "title" | "due" | "priority" | "category" | "recurrence" | "description";

/** Words that name what is to be changed about a task. */
export const fieldNames: readonly (readonly [Wording, Field])[] = [
  [
    {
      en: "due date|deadline|due|date|due time|time|the due date|the deadline|the date|the time|due date and time",
      ur: "تاریخ|آخری تاریخ|مقررہ تاریخ|ڈیڈ لائن|ڈیڈلائن|وقت|کی تاریخ|کا وقت|کی آخری تاریخ|کی ڈیڈ لائن|ڈیٹ|کی ڈیٹ",
      roman:
        "tareekh|tarikh|ki tareekh|ki tarikh|date|ki date|due date|ki due date|deadline|ki deadline|waqt|ka waqt|time|ka time|aakhri tareekh|ki aakhri tareekh",
    },
    "due",
  ],
  [
    {
      en: "priority|the priority|importance",
      ur: "ترجیح|کی ترجیح|اہمیت|کی اہمیت|پرائرٹی|کی پرائرٹی|پرائیرٹی",
      roman: "priority|ki priority|tarjeeh|ki tarjeeh|ahmiyat|ki ahmiyat",
    },
    "priority",
  ],
  [
    {
      en: "title|name|the title|the name|wording|text",
      ur: "نام|کا نام|عنوان|کا عنوان|ٹائٹل",
      roman: "naam|ka naam|unwan|ka unwan|title|ka title|name|ka name",
    },
    "title",
  ],
  [
    {
      en: "category|the category",
      ur: "زمرہ|کا زمرہ|کیٹیگری|کی کیٹیگری",
      roman: "category|ki category|zumra|ka zumra",
    },
    "category",
  ],
  [{ en: "recurrence|repeat|repetition", ur: "تکرار", roman: "repeat|takrar" }, "recurrence"],
];

/** Little words around the parts of a change. */
export const changeNoise: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "to|as|for|of|from|the|a|an|with|is|be|s|until|by|make|set|due|on|at|priority|and|it to",
      ur: "کو|کی|کا|کے|پر|میں|سے|تک|کر کے|والے|اب|بدل کر|بدل کے|تبدیل کر کے",
      roman:
        "ko|ki|ka|ke|k|par|pe|mein|me|main|se|tak|kar ke|karke|ab|badal kar|badal ke|badal kr|tabdeel kar ke|change kar ke|change karke",
    },
    true,
  ],
];
