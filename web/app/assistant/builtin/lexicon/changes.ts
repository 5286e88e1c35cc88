import type { Wording } from "../text/wording";

export type Field = "title" | "due" | "priority" | "category" | "recurrence" | "description";

/** Words that name what is to be changed about a task. */
export const fieldNames: readonly (readonly [Wording, Field])[] = [
  [
    {
      en: "due date|deadline|due|date|due time|time|the due date|the deadline|the date|the time|due date and time",
      ur: "تاریخ|آخری تاریخ|مقررہ تاریخ|ڈیڈ لائن|وقت|کی تاریخ|کا وقت|کی آخری تاریخ|کی ڈیڈ لائن|ڈیٹ|کی ڈیٹ",
      roman:
        "last date|ki last date|aakhri date|ki aakhri date|tareekh|ki tareekh|date|ki date|due date|ki due date|deadline|ki deadline|waqt|ka waqt|time|ka time|aakhri tareekh|ki aakhri tareekh",
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
  [
    {
      en: "recurrence|repeat|repetition|the recurrence|the repeat|the repetition|repeating",
      ur: "تکرار|کی تکرار",
      roman: "repeat|ka repeat|takrar|ki takrar|recurrence|ki recurrence",
    },
    "recurrence",
  ],
];

/** Saying that a task should be without something, where nothing is taken away by a verb. */
export const clearings: readonly (readonly [Wording, "due" | "category" | "recurrence"])[] = [
  [
    {
      en: "stop repeating|stop recurring|stop the recurrence of|stop the repetition of|dont repeat|do not repeat|no longer repeat|not repeat|doesnt repeat|does not repeat|wont repeat|shouldnt repeat|not recur|no repeat|non recurring|nonrecurring|not recurring|not repeating|a one off|one off|a one time task|one time|just once|only once|never repeat|stop the repeat on|turn off repeat for|turn off the repeat for",
      ur: "دہرائی نہ جائے|دہرایا نہ جائے|نہ دہرائی جائے|کا دہرانا بند {kar}|دہرانا بند {kar}|دہرانا چھوڑ {do}|بار بار نہ ہو|بار بار نہیں|نہ دہراؤ|نہ دہرائیں|تکرار بند {kar}|تکرار ختم {kar}|تکرار ہٹا {do}|صرف ایک بار",
      roman:
        "repeat na ho|repeat nahi ho|repeat na hua kare|repeat band {kar}|repeat khatam {kar}|repeat hata {do}|repeat na {kar}|repeat mat {kar}|repeat nahi {kar}|bar bar na ho|baar baar nahi|takrar band {kar}|takrar khatam {kar}|dohrana band {kar}|sirf ek baar",
    },
    "recurrence",
  ],
  [
    {
      en: "{without} date|{without} due date|{without} deadline|{without} dates|{without} due dates|{without} deadlines|no due date|no deadline|no date|undated|dateless|someday|any time",
      ur: "بغیر تاریخ|بغیر تاریخ کے|کوئی تاریخ نہ ہو|کوئی تاریخ نہیں|تاریخ کے بغیر",
      roman:
        "baghair tareekh|baghair tareekh ke|bina date|bina date ke|koi date nahi|koi date na ho|koi tareekh nahi|date ke baghair|tareekh ke baghair|no due date",
    },
    "due",
  ],
  [
    {
      en: "{without} category|no category|uncategorised|uncategorized|out of its category",
      ur: "بغیر زمرے|کوئی زمرہ نہیں|زمرے کے بغیر",
      roman: "baghair category|bina category|category ke baghair|koi category nahi|no category",
    },
    "category",
  ],
];

/** What a longer text about a task is called. */
export const descriptionNouns: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "note|notes|description|details|detail|comment|remark|memo",
      ur: "نوٹ|تفصیل|تفصیلات|وضاحت|تبصرہ",
      roman: "note|notes|tafseel|description|details|detail|comment",
    },
    true,
  ],
];

/** Little words around the parts of a change. */
export const changeNoise: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "up|down|over|across|out|to|as|for|of|from|the|a|an|with|is|be|s|until|by|prio|make|set|due|on|at|priority|and|it to|instead|now|also|too|have|has|should",
      ur: "کو|کی|کا|کے|پر|میں|سے|تک|کر کے|والے|اب|بدل کر|بدل کے|تبدیل کر کے",
      roman:
        "ko|ki|ka|ke|k|par|pe|mein|me|se|tak|kar ke|ab|badal kar|badal ke|tabdeel kar ke|change kar ke",
    },
    true,
  ],
];

/** Behind the word for a name, and before the new one: کا نام بدل کر. */
export const renamingOpenings: readonly (readonly [Wording, true])[] = [
  [
    {
      ur: "بدل {kar}|بدل {give}|بدل کے|تبدیل {kar}|تبدیل کر کے|کو",
      roman:
        "badal {kar}|badal {give}|badal ke|badal k|tabdeel {kar}|tabdeel kar ke|change {kar}|change kar ke|ko",
    },
    true,
  ],
];

/** Behind a new name: رکھ دو. */
export const renamingClosings: readonly (readonly [Wording, true])[] = [
  [
    {
      ur: "{kar}|رکھ {give}|رکھو|رکھیں|رکھنا|لکھ {give}|بنا {give}|سے بدل {give}|میں بدل {give}",
      roman:
        "{kar}|rakh {give}|rakho|rakhna|likh {give}|bana {give}|se badal {give}|mein badal {give}|mein change {kar}",
    },
    true,
  ],
];

/** Taking a field of a task away. */
export const removals: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "remove|delete|clear|drop|take off|take out|off|out of|unset|strip|lose|get rid of|without|no longer|no more|erase|wipe",
      ur: "ہٹا|ہٹاؤ|ہٹائیں|ہٹا {give}|نکال|نکالو|نکالیں|ختم|حذف|مٹا|مٹاؤ|صاف",
      roman:
        "hata|hatao|hataen|hatayen|nikal|nikalo|nikalen|khatam|hazaf|mita|mitao|delete|remove|saaf",
    },
    true,
  ],
];

/** On to the next occurrence. */
export const skips: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "skip",
      ur: "چھوڑ دو|چھوڑ دیں|چھوڑو|سکپ|اسکپ",
      roman: "skip|chor do|chor dein|chhor do|chhod do|choro",
    },
    true,
  ],
];

/** A step on from the date of a task, in the words of a step that is read as one. */
export const followingSteps: readonly (readonly [Wording, string])[] = [
  [{ en: "the week after next|week after next" }, ""],
  [
    {
      en: "the week after|the following week|the week following",
      ur: "اس سے اگلے ہفتے|اس کے بعد والے ہفتے|اگلے سے اگلے ہفتے",
      roman: "us se agle hafte|is se agle hafte|us ke baad wale hafte",
    },
    "by a week",
  ],
  [
    { en: "the day after|the following day", ur: "اس سے اگلے دن", roman: "us se agle din" },
    "by a day",
  ],
  [
    {
      en: "the month after|the following month",
      ur: "اس سے اگلے مہینے",
      roman: "us se agle mahine",
    },
    "by a month",
  ],
];

/** Which way a priority is changed. */
export const raises: readonly (readonly [Wording, "high" | "low"])[] = [
  [
    {
      en: "raise|increase|bump up|up|boost|higher",
      ur: "بڑھا|بڑھاؤ|بڑھائیں|اوپر",
      roman: "barha|barhao|barhaen|badha|badhao|barhaein|upar",
    },
    "high",
  ],
  [
    {
      en: "lower|reduce|decrease|drop|bump down",
      ur: "گھٹا|گھٹاؤ|گھٹائیں|کم",
      roman: "ghata|ghatao|ghataen|kam",
    },
    "low",
  ],
];

/** A part of a name is put in the place of another. */
export const nameFromTo = /(?<=\s)from\s+(?<from>\S.*?)\s+to\s+(?<to>\S.*?)$/iu;
export const swaps = [
  nameFromTo,
  /(?<=^in\s.*\s)(?:change|replace|swap|switch)\s+(?<from>\S.*?)\s+(?:to|with|for)\s+(?<to>\S.*?)$/iu,
  /(?:change|replace|swap|switch)\s+(?<from>\S.*?)\s+(?:to|with|for)\s+(?<to>\S.*?)(?=\s+in\s)/iu,
  /(?<from>(?:\S+\s+){0,2}?\S+?)\s*(?:mein|me)\s+se\s+(?<to>\S+(?:\s\S+)?)\s+(?:mein|me|kar)(?=\s)/iu,
  /(?<from>(?:\S+\s+){0,2}?\S+?)\s+(?:میں\s+)?سے\s+(?<to>\S+(?:\s\S+)?)\s+(?:میں|کر)(?=\s)/u,
];
