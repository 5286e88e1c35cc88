import type { Language } from "./language";

// Texts of what few pages show: in the dictionary they would be loaded with every page.

const en = {
  offline: {
    notKept: "This page is not on your device.",
    notKeptHint:
      "It opens by itself as soon as there is a connection. What you opened before is here.",
    looking: "Opening what is on your device.",
    unsent: "That was not sent.",
    unsentHint: "There is no connection, and nothing has changed. Go back and send it again later.",
    signedOut: "What was kept here is deleted.",
    signedOutHint:
      "There is no connection, so your session goes on elsewhere. Sign out once more when there is one.",
    tasks: "Your tasks",
    chat: "Your conversations",
    again: "Try again",
    back: "Back",
  },
  shared: {
    label: "Others use this device: keep nothing here",
    hint: "You are signed out when the browser is closed.",
    title: "On this device",
    keeps:
      "Your list, opened tasks and last conversations are kept on this device, so that they are there without a connection. Signing out deletes them.",
    keepsNothing: "Nothing is kept on this device. Without a connection Karlo shows nothing here.",
    stop: "Keep nothing here",
    start: "Keep my list here",
  },
  install: {
    title: "Karlo on your device",
    lead: "As an app Karlo has its own window and icon, opens without a connection, and takes what you share from other apps.",
    button: "Install Karlo",
    installed: "You are using the app.",
    ios: "On iPhone and iPad",
    iosSteps: [
      "Open this page in Safari.",
      "Tap Share, the square with the arrow.",
      "Choose “Add to Home Screen”, then “Add”.",
    ],
    iosPush: "Reminders ring on an iPhone or iPad only in the app on the home screen.",
    android: "On Android",
    androidSteps: [
      "Open the menu of the browser, the three dots.",
      "Choose “Install app” or “Add to Home screen”.",
    ],
    desktop: "On a computer",
    desktopSteps: [
      "In Chrome or Edge, press the install icon at the end of the address bar.",
      "In Safari on a Mac, choose File, then “Add to Dock”.",
    ],
    link: "Install Karlo as an app",
    linkHint: "Its own icon, reminders, and your list without a connection.",
  },
};

type Texts = typeof en;

const ur: Texts = {
  offline: {
    notKept: "یہ صفحہ آپ کے آلے پر نہیں ہے۔",
    notKeptHint: "رابطہ ہوتے ہی یہ خود کھل جائے گا۔ جو آپ نے پہلے کھولا تھا وہ یہاں موجود ہے۔",
    looking: "جو آپ کے آلے پر ہے وہ کھل رہا ہے۔",
    unsent: "یہ نہیں بھیجا گیا۔",
    unsentHint: "رابطہ نہیں ہے، اور کچھ نہیں بدلا۔ واپس جا کر بعد میں دوبارہ بھیجیے۔",
    signedOut: "یہاں جو رکھا تھا وہ حذف ہو گیا۔",
    signedOutHint:
      "رابطہ نہیں ہے، اس لیے آپ کا سیشن ابھی ختم نہیں ہوا۔ رابطہ ہونے پر ایک بار پھر سائن آؤٹ کیجیے۔",
    tasks: "آپ کے کام",
    chat: "آپ کی گفتگو",
    again: "دوبارہ کوشش کیجیے",
    back: "واپس",
  },
  shared: {
    label: "یہ آلہ دوسرے بھی استعمال کرتے ہیں: یہاں کچھ نہ رکھیے",
    hint: "براؤزر بند ہوتے ہی آپ سائن آؤٹ ہو جائیں گے۔",
    title: "اس آلے پر",
    keeps:
      "آپ کی فہرست، کھولے ہوئے کام اور پچھلی گفتگو اس آلے پر رکھی جاتی ہے تاکہ رابطے کے بغیر بھی موجود ہو۔ سائن آؤٹ کرنے سے یہ حذف ہو جاتی ہے۔",
    keepsNothing: "اس آلے پر کچھ نہیں رکھا جاتا۔ رابطے کے بغیر کر لو یہاں کچھ نہیں دکھاتا۔",
    stop: "یہاں کچھ نہ رکھیے",
    start: "میری فہرست یہاں رکھیے",
  },
  install: {
    title: "کر لو آپ کے آلے پر",
    lead: "ایپ کے طور پر کر لو کی اپنی کھڑکی اور اپنا نشان ہوتا ہے، وہ رابطے کے بغیر کھلتا ہے، اور جو آپ دوسری ایپس سے شیئر کریں وہ لے لیتا ہے۔",
    button: "کر لو انسٹال کیجیے",
    installed: "آپ ایپ استعمال کر رہے ہیں۔",
    ios: "آئی فون اور آئی پیڈ پر",
    iosSteps: [
      "یہ صفحہ سفاری میں کھولیے۔",
      "شیئر دبائیے، یعنی تیر والا چوکور۔",
      "”Add to Home Screen“ چنیے، پھر ”Add“۔",
    ],
    iosPush: "آئی فون اور آئی پیڈ پر یاد دہانی صرف ہوم اسکرین والی ایپ میں بجتی ہے۔",
    android: "اینڈرائیڈ پر",
    androidSteps: [
      "براؤزر کا مینو کھولیے، یعنی تین نقطے۔",
      "”Install app“ یا ”Add to Home screen“ چنیے۔",
    ],
    desktop: "کمپیوٹر پر",
    desktopSteps: [
      "کروم یا ایج میں پتے کی پٹی کے آخر میں انسٹال کا نشان دبائیے۔",
      "میک کی سفاری میں File اور پھر ”Add to Dock“ چنیے۔",
    ],
    link: "کر لو کو ایپ کے طور پر انسٹال کیجیے",
    linkHint: "اپنا نشان، یاد دہانیاں، اور رابطے کے بغیر آپ کی فہرست۔",
  },
};

/** Texts of what is kept on the device, and of installing. */
export const offlineTexts: Record<Language, Texts> = { en, ur };
