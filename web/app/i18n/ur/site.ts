export const brand = {
  name: "کر لو",
  urdu: "کر لو",
  meaning: "کام پورا کیجیے",
  home: "کر لو، پہلا صفحہ",
};

export const nav = {
  main: "بنیادی",
  skip: "سیدھے مواد پر جائیے",
  tasks: "کام",
  chat: "گفتگو",
  signIn: "سائن اِن",
  profile: "پروفائل",
  lists: "فہرستیں",
  trash: "ردی کی ٹوکری",
  bell: "یاد دہانیاں",
  bellUnread: "یاد دہانیاں، {{count}} نئی",
  files: "درآمد اور برآمد",
  signOut: "سائن آؤٹ",
  menu: "مینو",
};

export const settings = {
  theme: "رنگ",
  light: "روشن",
  dark: "گہرا",
  system: "آلے جیسا",
  digits: "ہندسے",
  western: "انگریزی ہندسے",
  urdu: "اردو ہندسے",
};

export const landing = {
  sentence: "کاموں کی فہرست جس سے آپ اردو اور انگریزی میں بات کرتے ہیں۔",
  start: "اپنی فہرست شروع کیجیے",
  continueSignIn: "میرا اکاؤنٹ ہے",
  specimen: "گفتگو کی ایک مثال",
  you: "آپ",
  ask1: "کل شام پانچ بجے دودھ لانا لکھ لو",
  title1: "دودھ لانا",
  due1: "کل 17:00",
  answer1: "کل شام پانچ بجے کے لیے لکھ لیا ہے۔",
  ask2: "complete send the invoice",
  title2: "send the invoice",
  answer2: "“send the invoice” is completed.",
};

export const greeting = {
  morning: "صبح بخیر، {{name}}",
  afternoon: "السلام علیکم، {{name}}",
  evening: "شام بخیر، {{name}}",
};

export const dates = {
  today: "آج",
  tomorrow: "کل",
  yesterday: "گزشتہ کل",
};

export const notices = {
  label: "اطلاع",
  region: "اطلاعات ({hotkey})",
  undo: "واپس لیجیے",
  close: "بند کیجیے",
  welcomeBack: "خوش آمدید!",
  welcome: "آپ کی فہرست تیار ہے۔",
  taskCreated: "کام شامل ہو گیا",
  taskUpdated: "کام بدل گیا",
  taskDeleted: "کام حذف ہو گیا",
  taskRestored: "کام واپس آ گیا",
  taskRemoved: "ہمیشہ کے لیے حذف ہو گیا",
  trashEmptied: "ٹوکری خالی ہو گئی",
  taskCompleted: "کام مکمل ہوا",
  taskReopened: "کام دوبارہ کھل گیا",
  taskSkipped: "اس بار چھوڑ دیا",
  stepsOpen: "مکمل ہوا۔ اس کے کچھ قدم ابھی باقی ہیں",
  lastStepDone: "یہ اس کام کا آخری قدم تھا",
  completeSteps: "قدم بھی مکمل کیجیے",
  completeParent: "کام مکمل کیجیے",
  noStep: "یہ اُس کام کا قدم نہیں بن سکتا",
  lastOccurrence: "یہ اس کی آخری باری ہے: اسے مکمل یا حذف کیجیے",
  taskGone: "یہ کام اب آپ کی فہرست میں نہیں",
  loggedOut: "آپ سائن آؤٹ ہو گئے",
  passwordChanged: "پاس ورڈ بدل گیا",
  profileSaved: "پروفائل محفوظ ہو گیا",
  confirmationSent: "اس پتے پر لنک بھیج دیا گیا ہے",
  emailConfirmed: "پتے کی تصدیق ہو گئی",
  sessionEnded: "وہاں سے سائن آؤٹ ہو گیا",
  secondFactorOff: "دو مرحلوں والا سائن اِن بند ہو گیا",
  passkeyRemoved: "پاس کی ہٹا دی گئی",
  imported: "سب کچھ درآمد ہو گیا",
  accountDeleted: "آپ کا اکاؤنٹ حذف ہو گیا",
  tasksCreated: "کام شامل ہو گئے",
  ringsHere: "شامل ہو گیا۔ ابھی یاد دہانی صرف کر لو کے اندر ہوتی ہے۔",
  turnOnReminders: "آپ کو کیسے یاد دلایا جائے",
  tasksCompleted: "کام مکمل ہوئے",
  tasksUpdated: "کام بدل گئے",
  tasksDeleted: "کام حذف ہو گئے",
  undone: "واپس لے لیا گیا",
  nothingToUndo: "اس کے بعد یہ بدل چکا ہے، کچھ واپس نہیں لیا گیا",
  nothingChanged: "بدلنے کو کچھ نہیں",
  waits: "رابطہ ہونے تک یہیں محفوظ ہے",
  notTaken: "قبول نہیں ہوا، مگر محفوظ ہے: اوپر دیکھیے",
  notSaved: "محفوظ نہیں ہوا: کر لو سے رابطہ نہیں ہو سکا۔ سب پہلے جیسا ہے۔",
};

export const errors = {
  notFoundTitle: "اس پتے پر کچھ نہیں ہے۔",
  notFoundSafe: "آپ کی فہرست وہیں ہے جہاں آپ نے چھوڑی تھی۔",
  brokenTitle: "یہ صفحہ دکھایا نہیں جا سکا۔",
  brokenSafe: "جو آپ نے محفوظ کیا تھا وہ محفوظ ہے۔",
  toTasks: "اپنے کاموں پر جائیے",
  toHome: "پہلے صفحے پر جائیے",
  again: "دوبارہ کوشش کیجیے",
  offline: "کر لو سے رابطہ نہیں ہو سکا۔ آپ کا پیغام محفوظ ہے۔",
};
