/** What the video says of a scene, in both languages. */
export interface Caption {
  en: string;
  ur: string;
}

export const CAPTIONS = {
  up: {
    en: "A stack comes up: database, migrations, app. The clock is real; ▶▶ runs through a wait.",
    ur: "ایک اسٹیک کھڑا ہو رہا ہے: ڈیٹا بیس، مائگریشن، ایپ۔",
  },
  broken: {
    en: "Somebody deploys an image that does not exist.",
    ur: "کسی نے ایسی امیج لگا دی جو ہے ہی نہیں۔",
  },
  operated: {
    en: "An assistant asks why, plans a rollback, and acts with the plan's token.",
    ur: "اسسٹنٹ وجہ پوچھتا ہے، منصوبہ بناتا ہے، پھر اجازت کے ٹوکن سے واپس لے جاتا ہے۔",
  },
  talk: {
    en: "A person asks for a reminder in English …",
    ur: "اب ایک شخص کارلو سے انگریزی میں یاد دہانی مانگتا ہے …",
  },
  urdu: {
    en: "… and adds a task in Urdu.",
    ur: "… اور اردو میں کام لکھواتا ہے۔",
  },
  approve: {
    en: "Deleting waits for a yes; what was done can be undone.",
    ur: "مٹانے سے پہلے کارلو پوچھتا ہے، اور کیا ہوا کام واپس ہو سکتا ہے۔",
  },
  rings: {
    en: "A minute has passed: the reminder rings.",
    ur: "ایک منٹ گزر گیا: یاد دہانی بج گئی۔",
  },
  update: {
    en: "A new version is built and rolled out while others keep working.",
    ur: "لوگ کام کرتے رہتے ہیں اور نیا ورژن لگ جاتا ہے۔",
  },
  end: {
    en: "Karlo: npm start on a laptop, one program on a cluster.",
    ur: "کر لو: لیپ ٹاپ پر ایک کمانڈ، کلسٹر پر ایک پروگرام۔",
  },
} as const satisfies Record<string, Caption>;
