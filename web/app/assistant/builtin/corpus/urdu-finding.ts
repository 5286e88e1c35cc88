import type { Example } from "./example";

/** Urdu script: questions, and talk that calls no tool. */
export const urduFinding: readonly Example[] = [
  { say: "میرے سارے کام دکھاؤ", calls: [["list_tasks", { status: "all" }]] },
  { say: "کام دکھائیں", calls: [["list_tasks", {}]] },
  {
    say: "آج کیا کرنا ہے؟",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "کل کیا ہے", calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]] },
  {
    say: "اس ہفتے کے کام بتائیں",
    calls: [["list_tasks", { due_from: "2026-11-16", due_to: "2026-11-22" }]],
  },
  { say: "مکمل کام دکھاؤ", calls: [["list_tasks", { status: "completed" }]] },
  { say: "کتنے کام مکمل ہوئے", calls: [["get_stats", {}]] },
  { say: "کتنے کام باقی ہیں؟", calls: [["get_stats", {}]] },
  { say: "تاخیر والے کام دکھاؤ", calls: [["list_tasks", { overdue: true }]] },
  { say: "ضروری کام دکھاؤ", calls: [["list_tasks", { priority: "high" }]] },
  {
    say: "گھر کے کام دکھاؤ",
    calls: [
      ["list_tasks", { category: "گھر" }],
      ["list_tasks", { search: "گھر" }],
      ["list_tasks", { limit: 100 }],
    ],
  },
  { say: "دودھ والا کام ڈھونڈو", calls: [["search_tasks", { query: "دودھ" }]] },
  {
    say: "بجلی کا بل ادا کر دیا",
    calls: [
      ["list_tasks", { status: "all", search: "بجلی کا بل" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
  {
    say: "پرانی رپورٹ واپس کھول دو",
    calls: [
      ["list_tasks", { status: "all", search: "پرانی رپورٹ" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 4, completed: false }],
    ],
  },
  { say: "السلام علیکم", calls: [] },
  { say: "شکریہ", calls: [] },
  { say: "آپ کون ہیں؟", calls: [] },
  { say: "مدد", calls: [] },
  { say: "اب کیا کروں", calls: [["list_tasks", { status: "open", limit: 100 }]] },
  { say: "کل کیا کیا تھا", calls: [["list_tasks", { status: "completed", limit: 100 }]] },
  { say: "موسم کیسا ہے", calls: [] },
  {
    say: "دودھ لانا کب ہے",
    calls: [
      ["list_tasks", { status: "all", search: "دودھ لانا" }],
      ["get_task", { id: 5 }],
    ],
  },
  {
    say: "براہ کرم میرے آج کے کام دکھا دیجیے",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  { say: "میرے کام دکھاؤ", calls: [["list_tasks", {}]] },
  { say: "میرے کتنے کام ہیں", calls: [["get_stats", {}]] },
  { say: "جمعے سے پہلے کے کام دکھاؤ", calls: [["list_tasks", { due_to: "2026-11-26" }]] },
  { say: "میرے پاس کیا کیا کام ہیں", calls: [["list_tasks", {}]] },
  { say: "مجھے میرے کام دکھائیں", calls: [["list_tasks", {}]] },
  { say: "کون سے کام رہ گئے ہیں", calls: [["list_tasks", {}]] },
  { say: "کیا کوئی کام باقی ہے؟", calls: [["list_tasks", {}]] },
  {
    say: "آج کے کام کیا ہیں",
    calls: [["list_tasks", { due_from: "2026-11-21", due_to: "2026-11-21" }]],
  },
  {
    say: "کل کے ٹاسک دکھاؤ",
    calls: [["list_tasks", { due_from: "2026-11-22", due_to: "2026-11-22" }]],
  },
  { say: "پچھلے ہفتے کیا کیا کیا", calls: [["list_tasks", { status: "completed", limit: 100 }]] },
  { say: "سارے کاموں کی فہرست دو", calls: [["list_tasks", { status: "all" }]] },
  { say: "کاموں کی فہرست دکھائیں", calls: [["list_tasks", {}]] },
  { say: "ہائی ترجیح والے کام دکھاؤ", calls: [["list_tasks", { priority: "high" }]] },
  { say: "کتنے کام مکمل ہو گئے", calls: [["get_stats", {}]] },
  { say: "کتنے ٹاسک لیٹ ہیں", calls: [["get_stats", {}]] },
  { say: "میرا اگلا کام کیا ہے", calls: [["list_tasks", { status: "open", limit: 100 }]] },
  { say: "کیا حال ہے", calls: [] },
  { say: "پاکستان کا دارالحکومت کیا ہے", calls: [] },
  { say: "کام نمبر ۲ کی تفصیل بتاؤ", calls: [["get_task", { id: 2 }]] },
  { say: "دودھ والا کام تلاش کرو", calls: [["search_tasks", { query: "دودھ" }]] },
  { say: "میری کارکردگی کیسی ہے", calls: [["get_stats", {}]] },
  { say: "واپس کر دو", calls: [["undo_last", {}]] },
  { say: "پھر بھی واپس کر دو", calls: [["undo_last", { force: true }]] },
];
