/** What a person reads when something failed. The code is for programs, this text is for people. */
export type ErrorLanguage = "en" | "ur";

type Values = Record<string, unknown>;
type Text = string | ((values: Values) => string);

const number = (value: unknown, language: ErrorLanguage): string =>
  new Intl.NumberFormat(language).format(Number(value));

const has = (values: Values, key: string): boolean =>
  values[key] !== undefined && values[key] !== null && Number.isFinite(Number(values[key]));

const en = {
  invalid_input: (v) =>
    typeof v.expected === "string"
      ? `${typeof v.field === "string" ? v.field : "That value"} could not be used. It takes ${v.expected}${typeof v.received === "string" ? `; what came is ${v.received}` : ""}.`
      : "Something in there could not be used. Check it and send it again.",
  invalid_json: "The request body is not valid JSON.",
  unauthorized: "Sign in to continue.",
  not_found: "There is nothing at this address.",
  task_not_found: (v) =>
    has(v, "id")
      ? `There is no task #${Number(v.id)} in your list.`
      : "That task is not in your list.",
  conversation_not_found: "That conversation is not among yours.",
  message_not_found: "That message is no longer part of the conversation.",
  conversation_busy: "An answer is still being written. Stop it first, then change what you said.",
  run_not_found: "That answer is no longer here.",
  version_conflict: "This task was changed elsewhere in the meantime. Look at it again, then save.",
  message_empty: "Write a message first.",
  message_too_long: (v) =>
    has(v, "max")
      ? `The message is too long. ${number(v.max, "en")} characters fit.`
      : "The message is too long. Send it in parts.",
  email_taken: "There is already an account with this e-mail address. Sign in instead.",
  wrong_credentials: "The e-mail address and password do not match.",
  too_many_attempts: (v) =>
    has(v, "retryAfter")
      ? `Too many attempts. Wait ${number(v.retryAfter, "en")} seconds, then try again.`
      : "Too many attempts. Wait a little, then try again.",
  rate_limited: (v) =>
    has(v, "retryAfter")
      ? `That was a lot at once. Go on in ${number(v.retryAfter, "en")} seconds.`
      : "That was a lot at once. Go on in a moment.",
  too_many_runs:
    "The assistant is still at work on your other messages. Wait for one of them, then send this again.",
  daily_limit: (v) =>
    has(v, "retryAfter")
      ? `You have used all that the assistant can do for you in a day. It goes on in ${number(Math.ceil(Number(v.retryAfter) / 3_600), "en")} hours at the latest.`
      : "You have used all that the assistant can do for you in a day. It goes on tomorrow.",
  model_failed: "The assistant could not answer just now. Your message is kept.",
  model_key_refused:
    "The assistant has no access to its model at present. Tell whoever runs this Karlo that its key was refused. Your message is kept.",
  model_quota_used:
    "The assistant has used up what its model allows. Tell whoever runs this Karlo. Your message is kept.",
  model_busy: (v) =>
    has(v, "retryAfter")
      ? `The assistant is very busy. Try again in ${number(v.retryAfter, "en")} seconds. Your message is kept.`
      : "The assistant is very busy. Try again in a moment. Your message is kept.",
  model_slow: "The assistant took too long to answer. Try again. Your message is kept.",
  model_refused: "The assistant would not answer this. Put it in other words and send it again.",
  too_many_steps: "This took more steps than one answer may have. Ask for less at once.",
  conversation_too_long: "This conversation has become too long. Begin a new one and ask again.",
  run_interrupted: "The answer was cut short when the server restarted. Your message is kept.",
  nothing_to_undo: "There is nothing to undo.",
  undo_conflict: (v) =>
    `${typeof v.ids === "string" ? v.ids : "A task"} was changed since. Undoing would lose that change.`,
  changed_since: (v) =>
    `${typeof v.ids === "string" ? v.ids : "A task"} was changed in the meantime, so nothing was done.`,
  too_many_tasks: (v) =>
    has(v, "max")
      ? `That is more than ${number(v.max, "en")} tasks at once. Narrow it down.`
      : "That is too many tasks at once. Narrow it down.",
  not_offered: "Karlo does not offer that.",
  run_not_waiting: "This question has already been answered.",
  approval_not_found: "That question is not part of this answer.",
  csrf: "This request came from another site and was refused. Open Karlo and try there.",
  method_not_allowed: "This address does not take that kind of request.",
  payload_too_large: "That is more than can be sent at once.",
  unsupported_media_type: (v) =>
    typeof v.expected === "string" && v.expected !== "application/json"
      ? `Send this as ${v.expected}.`
      : "Send this as JSON.",
  attachment_type: (v) =>
    typeof v.received === "string"
      ? `Files of this kind (${v.received}) cannot be attached. PNG, JPEG, GIF and WebP images can, and plain text in UTF-8.`
      : "Files of this kind cannot be attached. PNG, JPEG, GIF and WebP images can, and plain text in UTF-8.",
  attachment_too_large: "This file is too large. An image may have 5 MB, a text 256 KB.",
  attachments_full: (v) =>
    has(v, "max")
      ? `Your files have filled their ${number(v.max, "en")} MB. Delete a conversation that has some, then attach this.`
      : "There is no more room for your files. Delete a conversation that has some, then attach this.",
  attachment_not_found: "That file is not among yours, or it is gone. Attach it again.",
  attachment_sent: "That file belongs to a message already.",
  images_not_taken:
    "The assistant’s model does not take images. Say it in words, or attach a text.",
  email_not_verified:
    "Confirm your e-mail address first. We sent you a mail with a link when you signed up.",
  link_expired: "This link has been used or is too old. Ask for a new one.",
  wrong_password: "That is not your current password.",
  google_failed:
    "Google sign-in did not work. If you have a password here, sign in with it and confirm your address first.",
  archive_invalid: (v) =>
    typeof v.reason === "string"
      ? `Nothing was imported. The file does not fit at ${String(v.at)}: ${v.reason}.`
      : "Nothing was imported. This is not an export of Karlo.",
  import_unreadable: (v) =>
    `This file could not be read as ${typeof v.expected === "string" ? v.expected : "tasks"}. Nothing was added.`,
  import_invalid: (v) =>
    has(v, "row")
      ? `Row ${number(v.row, "en")} could not be used: ${String(v.field)} takes ${String(v.expected)}. Nothing was added.`
      : "A row of this file could not be used. Nothing was added.",
  import_too_many: (v) =>
    has(v, "max")
      ? `At most ${number(v.max, "en")} tasks fit in one file. Bring them in parts.`
      : "That is too many tasks for one file. Bring them in parts.",
  internal: "Something went wrong on our side. What was saved is safe. Try again.",
} satisfies Record<string, Text>;

export type ErrorCode = keyof typeof en;

const ur: Record<ErrorCode, Text> = {
  invalid_input: (v) =>
    typeof v.expected === "string"
      ? `\u2068${typeof v.field === "string" ? v.field : "یہ قدر"}\u2069 استعمال نہیں ہو سکی۔ یہاں چاہیے: \u2068${v.expected}\u2069`
      : "کچھ معلومات درست نہیں لگ رہیں۔ دیکھ کر دوبارہ بھیجیے۔",
  invalid_json: "درخواست کا متن درست JSON نہیں ہے۔",
  unauthorized: "جاری رکھنے کے لیے سائن اِن کیجیے۔",
  not_found: "اس پتے پر کچھ نہیں ہے۔",
  task_not_found: (v) =>
    has(v, "id")
      ? `آپ کی فہرست میں کام نمبر ${Number(v.id)} نہیں ہے۔`
      : "یہ کام آپ کی فہرست میں نہیں ہے۔",
  conversation_not_found: "یہ گفتگو آپ کی گفتگوؤں میں نہیں ہے۔",
  message_not_found: "یہ پیغام اب اس گفتگو میں نہیں ہے۔",
  conversation_busy: "جواب ابھی لکھا جا رہا ہے۔ پہلے اسے روکیں، پھر اپنی بات بدلیں۔",
  run_not_found: "یہ جواب اب یہاں نہیں ہے۔",
  version_conflict: "اس دوران یہ کام کہیں اور سے بدل گیا ہے۔ اسے دوبارہ دیکھ کر محفوظ کیجیے۔",
  message_empty: "پہلے کوئی پیغام لکھیے۔",
  message_too_long: (v) =>
    has(v, "max")
      ? `پیغام بہت لمبا ہے۔ زیادہ سے زیادہ ${number(v.max, "ur")} حروف بھیجے جا سکتے ہیں۔`
      : "پیغام بہت لمبا ہے۔ اسے حصوں میں بھیجیے۔",
  email_taken: "اس ای میل پتے سے اکاؤنٹ پہلے ہی موجود ہے۔ سائن اِن کیجیے۔",
  wrong_credentials: "ای میل پتہ اور پاس ورڈ آپس میں نہیں ملتے۔",
  too_many_attempts: (v) =>
    has(v, "retryAfter")
      ? `بہت زیادہ کوششیں ہو گئی ہیں۔ ${number(v.retryAfter, "ur")} سیکنڈ بعد دوبارہ کوشش کیجیے۔`
      : "بہت زیادہ کوششیں ہو گئی ہیں۔ کچھ دیر بعد دوبارہ کوشش کیجیے۔",
  rate_limited: (v) =>
    has(v, "retryAfter")
      ? `ایک ساتھ بہت کچھ آ گیا۔ ${number(v.retryAfter, "ur")} سیکنڈ بعد جاری رکھیے۔`
      : "ایک ساتھ بہت کچھ آ گیا۔ ذرا رک کر جاری رکھیے۔",
  too_many_runs:
    "معاون ابھی آپ کے دوسرے پیغاموں کا جواب دے رہا ہے۔ کسی ایک کا جواب آنے دیجیے، پھر یہ دوبارہ بھیجیے۔",
  daily_limit: (v) =>
    has(v, "retryAfter")
      ? `معاون ایک دن میں آپ کے لیے جتنا کر سکتا ہے وہ ہو چکا۔ زیادہ سے زیادہ ${number(Math.ceil(Number(v.retryAfter) / 3_600), "ur")} گھنٹے بعد جاری رکھیے۔`
      : "معاون ایک دن میں آپ کے لیے جتنا کر سکتا ہے وہ ہو چکا۔ کل جاری رکھیے۔",
  model_failed: "معاون ابھی جواب نہیں دے سکا۔ آپ کا پیغام محفوظ ہے۔",
  model_key_refused:
    "معاون کو فی الحال اپنے ماڈل تک رسائی نہیں۔ کر لو چلانے والے کو بتائیے کہ اس کی کلید قبول نہیں ہوئی۔ آپ کا پیغام محفوظ ہے۔",
  model_quota_used:
    "معاون کے ماڈل کی گنجائش ختم ہو گئی ہے۔ کر لو چلانے والے کو بتائیے۔ آپ کا پیغام محفوظ ہے۔",
  model_busy: (v) =>
    has(v, "retryAfter")
      ? `معاون اس وقت بہت مصروف ہے۔ ${number(v.retryAfter, "ur")} سیکنڈ بعد دوبارہ کوشش کیجیے۔ آپ کا پیغام محفوظ ہے۔`
      : "معاون اس وقت بہت مصروف ہے۔ ذرا دیر بعد دوبارہ کوشش کیجیے۔ آپ کا پیغام محفوظ ہے۔",
  model_slow: "معاون کو جواب دینے میں بہت دیر لگ گئی۔ دوبارہ کوشش کیجیے۔ آپ کا پیغام محفوظ ہے۔",
  model_refused: "معاون اس کا جواب نہیں دے سکتا۔ بات دوسرے لفظوں میں لکھ کر دوبارہ بھیجیے۔",
  too_many_steps: "یہ ایک جواب کے لیے بہت زیادہ تھا۔ ایک وقت میں تھوڑا کہیے۔",
  conversation_too_long: "یہ گفتگو بہت لمبی ہو گئی ہے۔ نئی گفتگو شروع کر کے دوبارہ پوچھیے۔",
  run_interrupted: "سرور دوبارہ چلنے سے جواب ادھورا رہ گیا۔ آپ کا پیغام محفوظ ہے۔",
  nothing_to_undo: "واپس لینے کو کچھ نہیں ہے۔",
  undo_conflict: (v) =>
    `\u2068${typeof v.ids === "string" ? v.ids : "کام"}\u2069 اس کے بعد بدلا گیا ہے۔ واپس لینے سے وہ تبدیلی چلی جائے گی۔`,
  changed_since: (v) =>
    `\u2068${typeof v.ids === "string" ? v.ids : "کام"}\u2069 اس دوران بدلا گیا ہے، اس لیے کچھ نہیں کیا گیا۔`,
  too_many_tasks: (v) =>
    has(v, "max")
      ? `یہ ایک ساتھ ${number(v.max, "ur")} سے زیادہ کام ہیں۔ کچھ کم چنیے۔`
      : "یہ ایک ساتھ بہت زیادہ کام ہیں۔ کچھ کم چنیے۔",
  not_offered: "کرلو یہ سہولت نہیں دیتا۔",
  run_not_waiting: "اس سوال کا جواب پہلے ہی دیا جا چکا ہے۔",
  approval_not_found: "یہ سوال اس جواب کا حصہ نہیں ہے۔",
  csrf: "یہ درخواست کسی دوسری سائٹ سے آئی تھی، اس لیے قبول نہیں کی گئی۔ کرلو کھول کر وہاں کوشش کیجیے۔",
  method_not_allowed: "یہ پتہ اس قسم کی درخواست نہیں لیتا۔",
  payload_too_large: "یہ ایک بار میں بھیجنے کے لیے بہت زیادہ ہے۔",
  unsupported_media_type: (v) =>
    typeof v.expected === "string" && v.expected !== "application/json"
      ? `اسے \u2068${v.expected}\u2069 کی شکل میں بھیجیے۔`
      : "اسے JSON کی شکل میں بھیجیے۔",
  attachment_type: (v) =>
    typeof v.received === "string"
      ? `اس قسم کی فائل (\u2068${v.received}\u2069) نہیں لگ سکتی۔ PNG، JPEG، GIF اور WebP تصویریں، یا UTF-8 کی سادہ تحریر لگائیے۔`
      : "اس قسم کی فائل نہیں لگ سکتی۔ PNG، JPEG، GIF اور WebP تصویریں، یا UTF-8 کی سادہ تحریر لگائیے۔",
  attachment_too_large: "یہ فائل بہت بڑی ہے۔ تصویر 5 MB تک اور تحریر 256 KB تک ہو سکتی ہے۔",
  attachments_full: (v) =>
    has(v, "max")
      ? `آپ کی فائلوں کی جگہ (${number(v.max, "ur")} MB) بھر گئی ہے۔ فائلوں والی کوئی گفتگو حذف کیجیے، پھر یہ لگائیے۔`
      : "آپ کی فائلوں کی جگہ بھر گئی ہے۔ فائلوں والی کوئی گفتگو حذف کیجیے، پھر یہ لگائیے۔",
  attachment_not_found: "یہ فائل آپ کی فائلوں میں نہیں ہے۔ اسے دوبارہ لگائیے۔",
  attachment_sent: "یہ فائل پہلے ہی ایک پیغام کے ساتھ جا چکی ہے۔",
  images_not_taken:
    "معاون کا ماڈل تصویریں نہیں لیتا۔ بات لفظوں میں لکھیے، یا تحریر کی فائل لگائیے۔",
  email_not_verified:
    "پہلے اپنے ای میل پتے کی تصدیق کیجیے۔ اکاؤنٹ بناتے وقت ہم نے آپ کو ایک لنک بھیجا تھا۔",
  link_expired: "یہ لنک استعمال ہو چکا ہے یا پرانا ہے۔ نیا لنک منگوائیے۔",
  wrong_password: "یہ آپ کا موجودہ پاس ورڈ نہیں ہے۔",
  google_failed:
    "گوگل سے سائن اِن نہیں ہو سکا۔ اگر یہاں آپ کا پاس ورڈ ہے تو اس سے سائن اِن کر کے پہلے اپنے پتے کی تصدیق کیجیے۔",
  archive_invalid: (v) =>
    typeof v.reason === "string"
      ? `کچھ بھی درآمد نہیں ہوا۔ فائل \u2068${String(v.at)}\u2069 پر درست نہیں: \u2068${v.reason}\u2069`
      : "کچھ بھی درآمد نہیں ہوا۔ یہ کر لو کی برآمد کی ہوئی فائل نہیں ہے۔",
  import_unreadable: (v) =>
    `یہ فائل \u2068${typeof v.expected === "string" ? v.expected : "JSON"}\u2069 کے طور پر نہیں پڑھی جا سکی۔ کچھ شامل نہیں ہوا۔`,
  import_invalid: (v) =>
    has(v, "row")
      ? `سطر ${number(v.row, "ur")} میں \u2068${String(v.field)}\u2069 استعمال نہیں ہو سکا۔ یہاں چاہیے: \u2068${String(v.expected)}\u2069۔ کچھ شامل نہیں ہوا۔`
      : "فائل کی ایک سطر استعمال نہیں ہو سکی۔ کچھ شامل نہیں ہوا۔",
  import_too_many: (v) =>
    has(v, "max")
      ? `ایک فائل میں زیادہ سے زیادہ ${number(v.max, "ur")} کام آ سکتے ہیں۔ انھیں حصوں میں لائیے۔`
      : "ایک فائل کے لیے یہ کام بہت زیادہ ہیں۔ انھیں حصوں میں لائیے۔",
  internal: "ہماری طرف کچھ خرابی ہو گئی۔ جو محفوظ تھا وہ محفوظ ہے۔ دوبارہ کوشش کیجیے۔",
};

const dictionaries: Record<ErrorLanguage, Record<ErrorCode, Text>> = { en, ur };

export const errorCodes = Object.keys(en) as ErrorCode[];

export function errorDetail(code: string, language: ErrorLanguage, values: Values = {}): string {
  const dictionary = dictionaries[language];
  // A code without a text of its own still gets a sentence a person can use.
  const text = Object.hasOwn(dictionary, code)
    ? dictionary[code as ErrorCode]
    : dictionary.internal;
  return typeof text === "function" ? text(values) : text;
}
