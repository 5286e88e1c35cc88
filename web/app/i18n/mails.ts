import { directionOf, type Language } from "./language";

/** What a mail is about. */
export type MailKind = "reset" | "confirm" | "exists";

interface MailText {
  subject: string;
  /** What happened, and what the link does. */
  sentence: string;
  action: string;
  /** What to do when it was somebody else. */
  otherwise: string;
}

const greeting = {
  en: (name: string) => `Hello ${name},`,
  ur: (name: string) => `السلام علیکم \u2068${name}\u2069،`,
} satisfies Record<Language, (name: string) => string>;

const texts: Record<Language, Record<MailKind, MailText>> = {
  en: {
    reset: {
      subject: "Choose a new password for Karlo",
      sentence: "Somebody asked for a new password for your account. The link works for one hour.",
      action: "Choose a new password",
      otherwise: "If it was not you, leave this mail alone: your password stays as it is.",
    },
    confirm: {
      subject: "Confirm your e-mail address for Karlo",
      sentence: "This address was given for an account at Karlo. The link works for one day.",
      action: "Confirm the address",
      otherwise: "If it was not you, leave this mail alone and nothing happens.",
    },
    exists: {
      subject: "You already have an account at Karlo",
      sentence: "Somebody tried to sign up with this address, which already has an account.",
      action: "Sign in",
      otherwise: "If it was not you, leave this mail alone: your account stays as it is.",
    },
  },
  ur: {
    reset: {
      subject: "کر لو کے لیے نیا پاس ورڈ چنیے",
      sentence: "آپ کے اکاؤنٹ کے لیے نیا پاس ورڈ مانگا گیا ہے۔ یہ لنک ایک گھنٹے تک کام کرے گا۔",
      action: "نیا پاس ورڈ چنیے",
      otherwise: "اگر یہ آپ نے نہیں مانگا تو اس ای میل کو رہنے دیجیے: آپ کا پاس ورڈ وہی رہے گا۔",
    },
    confirm: {
      subject: "کر لو کے لیے اپنے ای میل پتے کی تصدیق کیجیے",
      sentence: "یہ پتہ کر لو کے ایک اکاؤنٹ کے لیے دیا گیا ہے۔ یہ لنک ایک دن تک کام کرے گا۔",
      action: "پتے کی تصدیق کیجیے",
      otherwise: "اگر یہ آپ نے نہیں کیا تو اس ای میل کو رہنے دیجیے، کچھ نہیں بدلے گا۔",
    },
    exists: {
      subject: "کر لو پر آپ کا اکاؤنٹ پہلے سے ہے",
      sentence: "کسی نے اس پتے سے اکاؤنٹ بنانا چاہا، جس پر پہلے سے اکاؤنٹ موجود ہے۔",
      action: "سائن اِن کیجیے",
      otherwise: "اگر یہ آپ نے نہیں کیا تو اس ای میل کو رہنے دیجیے: آپ کا اکاؤنٹ ویسا ہی رہے گا۔",
    },
  },
};

/** A mail in the person's language, as text and as HTML that holds nothing from elsewhere. */
export function mailText(
  kind: MailKind,
  language: Language,
  { name, url }: { name: string; url: string },
) {
  const { subject, sentence, action, otherwise } = texts[language][kind];
  const hello = greeting[language](name);
  const p = '<p style="margin:0 0 16px">';
  return {
    subject,
    text: [hello, sentence, `${action}: ${url}`, otherwise, "Karlo · کر لو"].join("\n\n"),
    html: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">
<body style="margin:0;padding:32px;background:#f9f7f2;color:#2a1b12;font:16px/1.7 sans-serif">
${p}${escapeHtml(hello)}</p>
${p}${sentence}</p>
${p}<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 16px;background:#ff6b4a;color:#2a1b12;text-decoration:none">${action}</a></p>
${p}${otherwise}</p>
<p style="margin:0">Karlo · کر لو</p></body></html>`,
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
