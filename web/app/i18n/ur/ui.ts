/** Texts of the design system's own components. */
export const ui = {
  cancel: "رہنے دیجیے",
  close: "بند کیجیے",
  retry: "دوبارہ کوشش کیجیے",
  palette: "کچھ بھی ڈھونڈیے",
  chooseFile: "فائل چنیے",
  noFile: "کوئی نہیں چنی",
  date: {
    none: "کوئی تاریخ نہیں",
    time: "وقت",
    timeExample: "شام 5، 17:30",
    unread: "یہ وقت پڑھا نہیں جا سکا",
    clear: "صاف کیجیے",
    done: "بس",
    month: "مہینہ",
    year: "سال",
    next: "اگلا مہینہ",
    previous: "پچھلا مہینہ",
    nav: "مہینے",
  },
  keys: {
    title: "کی بورڈ",
    everywhere: "ہر صفحے پر",
    help: "یہ کلیدیں",
    close: "جو کھلا ہے بند کیجیے",
  },
};
