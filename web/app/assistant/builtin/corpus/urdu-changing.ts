import type { Example } from "./example";

/** Urdu script: tasks that are done, changed or deleted. */
export const urduChanging: readonly Example[] = [
  { say: "کام ۲ مکمل کر دو", calls: [["toggle_complete", { id: 2, completed: true }]] },
  {
    say: "دوسرا کام مکمل کریں",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "دودھ لے آیا",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ" }],
      ["toggle_complete", { id: 5, completed: true }],
    ],
  },
  { say: "ٹاسک ٣ ہو گیا", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "علی والا کام ہو گیا ہے",
    calls: [
      ["list_tasks", { status: "all", search: "علی" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  { say: "کام نمبر ۴ دوبارہ کھولو", calls: [["toggle_complete", { id: 4, completed: false }]] },
  {
    say: "علی والا کام حذف کر دیں",
    calls: [
      ["list_tasks", { status: "all", search: "علی" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["delete_task", { id: 2 }],
    ],
  },
  { say: "کام نمبر دو ہٹا دو", calls: [["delete_task", { id: 2 }]] },
  {
    say: "آخری کام مٹا دو",
    calls: [
      ["list_tasks", {}],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "سب مکمل کام حذف کر دو",
    calls: [
      ["list_tasks", { status: "completed" }],
      ["delete_task", { id: 4 }],
    ],
  },
  {
    say: "کام ۳ کی تاریخ جمعہ کر دو",
    calls: [
      ["get_task", { id: 3 }],
      ["update_task", { id: 3, due_at: "2026-11-27" }],
    ],
  },
  {
    say: "دودھ لانا پرسوں پر لے جاؤ",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانا" }],
      ["update_task", { id: 5, due_at: "2026-11-23" }],
    ],
  },
  { say: "کام ۲ کی ترجیح زیادہ کر دو", calls: [["update_task", { id: 2, priority: "high" }]] },
  { say: "کام ۲ کا نام نیا نام رکھ دو", calls: [["update_task", { id: 2, title: "نیا نام" }]] },
  { say: "حذف کرو کام ۵", calls: [["delete_task", { id: 5 }]] },
  {
    say: "کام ۱ اور ۲ مکمل کرو",
    calls: [
      ["toggle_complete", { id: 1, completed: true }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "پہلا اور دوسرا کام مکمل کرو",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "دودھ والا کام مکمل کر دو",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ" }],
      ["toggle_complete", { id: 5, completed: true }],
    ],
  },
  {
    say: "میں نے علی کو کال کر لی",
    calls: [
      ["list_tasks", { status: "all", search: "علی" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  { say: "کام ۳ ڈن کر دو", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "پہلے والا کام ختم کرو",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  {
    say: "پہلا کام مکمل ہو گیا ہے",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  { say: "کام نمبر ۳ ڈیلیٹ کر دو", calls: [["delete_task", { id: 3 }]] },
  {
    say: "دودھ والا کام فہرست سے نکال دیں",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["delete_task", { id: 5 }],
    ],
  },
  {
    say: "یہ کام حذف کرو: دودھ لانا",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانا" }],
      ["delete_task", { id: 5 }],
    ],
  },
  {
    say: "سب کام حذف کر دو",
    calls: [
      ["list_tasks", {}],
      ["bulk_update", { filter: {}, set: { deleted: true } }],
    ],
  },
  {
    say: "دودھ لانا کل پر ملتوی کر دو",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانا" }],
      ["update_task", { id: 5, due_at: "2026-11-22" }],
    ],
  },
  {
    say: "دودھ والے کام کی تاریخ بدل کر اتوار کر دو",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ" }],
      ["update_task", { id: 5, due_at: "2026-11-22" }],
    ],
  },
  {
    say: "دودھ لانے کی آخری تاریخ ۳۰ نومبر کر دو",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانے" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["update_task", { id: 5, due_at: "2026-11-30" }],
    ],
  },
  {
    say: "دودھ لانے کی ترجیح کم کر دو",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانے" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["update_task", { id: 5, priority: "low" }],
    ],
  },
  {
    say: "دودھ لانا کا نام بدل کر دہی لانا کر دو",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانا" }],
      ["update_task", { id: 5, title: "دہی لانا" }],
    ],
  },
  {
    say: "کام ۲ اگلے ہفتے کر دو",
    calls: [
      ["get_task", { id: 2 }],
      ["update_task", { id: 2, due_at: "2026-11-23" }],
    ],
  },
  { say: "کام ۴ مکمل نہیں ہوا", calls: [["toggle_complete", { id: 4, completed: false }]] },
  { say: "کام نمبر ۴ کو نامکمل کر دیں", calls: [["toggle_complete", { id: 4, completed: false }]] },
  {
    say: "دودھ لانا شامل کرو اور کام ۳ مکمل کرو",
    calls: [
      ["create_task", { title: "دودھ لانا" }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
];
