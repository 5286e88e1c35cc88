import type { Example } from "./example";

/** Urdu script: new tasks. */
export const urduAdding: readonly Example[] = [
  {
    say: "مجھے کل دودھ لینا ہے",
    calls: [["create_task", { title: "دودھ لینا", due_at: "2026-11-22" }]],
  },
  {
    say: "کل شام پانچ بجے میٹنگ شامل کر دو",
    calls: [["create_task", { title: "میٹنگ", due_at: "2026-11-22T17:00:00+05:00" }]],
  },
  {
    say: "مجھے یاد دلانا کہ پرسوں بجلی کا بل جمع کروانا ہے",
    calls: [["create_task", { title: "بجلی کا بل جمع کروانا", due_at: "2026-11-23" }]],
  },
  {
    say: "امی کو رات نو بجے فون کرنا ہے",
    calls: [["create_task", { title: "امی کو فون کرنا", due_at: "2026-11-21T21:00:00+05:00" }]],
  },
  { say: "نیا کام: رپورٹ لکھنا", calls: [["create_task", { title: "رپورٹ لکھنا" }]] },
  { say: "ایک کام لکھو: گاڑی کی سروس", calls: [["create_task", { title: "گاڑی کی سروس" }]] },
  { say: "دودھ لانے کا کام شامل کرو", calls: [["create_task", { title: "دودھ لانا" }]] },
  {
    say: "آج شام کو سبزی خریدنی ہے",
    calls: [["create_task", { title: "سبزی خریدنی", due_at: "2026-11-21T18:00:00+05:00" }]],
  },
  {
    say: "جمعے کو صبح دس بجے ڈاکٹر کے پاس جانا ہے",
    calls: [["create_task", { title: "ڈاکٹر کے پاس جانا", due_at: "2026-11-27T10:00:00+05:00" }]],
  },
  {
    say: "اگلے ہفتے پروجیکٹ جمع کرانا ہے",
    calls: [["create_task", { title: "پروجیکٹ جمع کرانا", due_at: "2026-11-23" }]],
  },
  {
    say: "تین دن بعد لائبریری کی کتاب واپس کرنی ہے",
    calls: [["create_task", { title: "لائبریری کی کتاب واپس کرنی", due_at: "2026-11-24" }]],
  },
  {
    say: "ہر روز صبح سات بجے چہل قدمی کرنا شامل کریں",
    calls: [
      [
        "create_task",
        { title: "چہل قدمی کرنا", due_at: "2026-11-22T07:00:00+05:00", recurrence: "FREQ=DAILY" },
      ],
    ],
  },
  {
    say: "ہر جمعہ کو مسجد جانا یاد دلاؤ",
    calls: [
      [
        "create_task",
        { title: "مسجد جانا", due_at: "2026-11-27", recurrence: "FREQ=WEEKLY;BYDAY=FR" },
      ],
    ],
  },
  {
    say: "ہر مہینے کی پہلی تاریخ کو کرایہ دینا ہے",
    calls: [
      [
        "create_task",
        { title: "کرایہ دینا", due_at: "2026-12-01", recurrence: "FREQ=MONTHLY;BYMONTHDAY=1" },
      ],
    ],
  },
  {
    say: "ضروری کام: پاسپورٹ کی تجدید",
    calls: [["create_task", { title: "پاسپورٹ کی تجدید", priority: "high" }]],
  },
  {
    say: "علی کو فون کرنا زیادہ ترجیح کے ساتھ شامل کرو",
    calls: [["create_task", { title: "علی کو فون کرنا", priority: "high" }]],
  },
  { say: "دودھ اور انڈے لانے ہیں", calls: [["create_task", { title: "دودھ اور انڈے لانا" }]] },
  {
    say: "دودھ لانا اور علی کو فون کرنا شامل کرو",
    calls: [
      ["create_task", { title: "دودھ لانا" }],
      ["create_task", { title: "علی کو فون کرنا" }],
    ],
  },
  {
    say: "شامل کرو دودھ لانا کل صبح",
    calls: [["create_task", { title: "دودھ لانا", due_at: "2026-11-22T09:00:00+05:00" }]],
  },
  {
    say: "کیا آپ کل تین بجے ڈینٹسٹ شامل کر سکتے ہیں؟",
    calls: [["create_task", { title: "ڈینٹسٹ", due_at: "2026-11-22T15:00:00+05:00" }]],
  },
  {
    say: "۱۵ دسمبر کو شادی میں جانا ہے",
    calls: [["create_task", { title: "شادی میں جانا", due_at: "2026-12-15" }]],
  },
  {
    say: "سوا پانچ بجے چائے بنانی ہے",
    calls: [["create_task", { title: "چائے بنانی", due_at: "2026-11-21T17:15:00+05:00" }]],
  },
  {
    say: "سلام، مجھے یاد دلائیں کہ شام کو دوائی لینی ہے",
    calls: [["create_task", { title: "دوائی لینی", due_at: "2026-11-21T18:00:00+05:00" }]],
  },
  {
    say: "مجھے کل milk خریدنا ہے",
    calls: [["create_task", { title: "milk خریدنا", due_at: "2026-11-22" }]],
  },
  {
    say: "meeting کل 5 بجے add کر دو",
    calls: [["create_task", { title: "meeting", due_at: "2026-11-22T17:00:00+05:00" }]],
  },
  {
    say: "کل شام پانچ بجے علی کو فون کرنا یاد دلانا",
    calls: [["create_task", { title: "علی کو فون کرنا", due_at: "2026-11-22T17:00:00+05:00" }]],
  },
  {
    say: "مجھے پرسوں دوپہر دو بجے میٹنگ میں جانا ہے",
    calls: [["create_task", { title: "میٹنگ میں جانا", due_at: "2026-11-23T14:00:00+05:00" }]],
  },
  {
    say: "ضروری کام: دوائی لانا",
    calls: [["create_task", { title: "دوائی لانا", priority: "high" }]],
  },
  {
    say: "کل صبح ۹ بجے دفتر جانا ہے",
    calls: [["create_task", { title: "دفتر جانا", due_at: "2026-11-22T09:00:00+05:00" }]],
  },
  {
    say: "مجھے آج رات تک رپورٹ بھیجنی ہے",
    calls: [["create_task", { title: "رپورٹ بھیجنی", due_at: "2026-11-21T20:00:00+05:00" }]],
  },
  {
    say: "براہِ مہربانی کل کے لیے دودھ خریدنا لکھ لیں",
    calls: [["create_task", { title: "دودھ خریدنا", due_at: "2026-11-22" }]],
  },
  {
    say: "امی کی دوائی لینا یاد دلا دیں شام چھ بجے",
    calls: [["create_task", { title: "امی کی دوائی لینا", due_at: "2026-11-21T18:00:00+05:00" }]],
  },
  {
    say: "پیر کو ڈاکٹر سے ملنا ہے سہ پہر تین بجے",
    calls: [["create_task", { title: "ڈاکٹر سے ملنا", due_at: "2026-11-23T15:00:00+05:00" }]],
  },
  {
    say: "جمعرات تک بل ادا کرنا ہے",
    calls: [["create_task", { title: "بل ادا کرنا", due_at: "2026-11-26" }]],
  },
  {
    say: "اگلے مہینے امتحان کی تیاری کرنی ہے",
    calls: [["create_task", { title: "امتحان کی تیاری کرنی", due_at: "2026-12-01" }]],
  },
  {
    say: "۲۵ نومبر تک پروجیکٹ رپورٹ جمع کروانی ہے",
    calls: [["create_task", { title: "پروجیکٹ رپورٹ جمع کروانی", due_at: "2026-11-25" }]],
  },
  {
    say: "دو گھنٹے بعد میٹنگ ہے",
    calls: [["create_task", { title: "میٹنگ", due_at: "2026-11-21T11:00:00+05:00" }]],
  },
  {
    say: "روزانہ صبح نماز پڑھنا شامل کریں",
    calls: [
      [
        "create_task",
        { title: "نماز پڑھنا", due_at: "2026-11-22T09:00:00+05:00", recurrence: "FREQ=DAILY" },
      ],
    ],
  },
  {
    say: "فوری کام: سرور ٹھیک کرنا",
    calls: [["create_task", { title: "سرور ٹھیک کرنا", priority: "high" }]],
  },
  { say: "ایک ٹاسک ایڈ کرو دودھ لانا", calls: [["create_task", { title: "دودھ لانا" }]] },
  {
    say: "ڈینٹسٹ کی اپائنٹمنٹ منگل کو ۴ بجے",
    calls: [["create_task", { title: "ڈینٹسٹ کی اپائنٹمنٹ", due_at: "2026-11-24T16:00:00+05:00" }]],
  },
  { say: "یہ کام شامل کریں: گھر کی صفائی", calls: [["create_task", { title: "گھر کی صفائی" }]] },
  { say: "کام: بجلی کا بل", calls: [["create_task", { title: "بجلی کا بل" }]] },
  { say: "بازار سے سبزی لانا", calls: [["create_task", { title: "بازار سے سبزی لانا" }]] },
  {
    say: "ہفتے کو شاپنگ پر جانا ہے",
    calls: [["create_task", { title: "شاپنگ پر جانا", due_at: "2026-11-28" }]],
  },
];
