/** Words of the design system itself. */
export const ui = {
  cancel: "رہنے دیجیے",
  close: "بند کیجیے",
  retry: "دوبارہ کوشش کیجیے",
  keys: {
    title: "کی بورڈ",
    everywhere: "ہر صفحے پر",
    help: "یہ کلیدیں",
    close: "جو کھلا ہے بند کیجیے",
  },
};
