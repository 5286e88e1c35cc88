import type { Language } from "../language";
import { mailLayout } from "./mail-layout";

/** Mail templates: password reset, address confirmation, sign-up with a taken address. */
export type MailKind = "reset" | "confirm" | "exists";

interface MailText {
  subject: string;
  /** Why the mail was sent, and how long the link works. */
  sentence: string;
  /** Label of the link. */
  action: string;
  /** What to do if somebody else caused the mail. */
  otherwise: string;
}

/** Without a name: whoever signs up with somebody else's address chose it, a link perhaps. */
const greeting = { en: "Hello,", ur: "السلام علیکم،" } satisfies Record<Language, string>;

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

/** Renders a mail as plain text and as HTML without external resources. */
export function mailText(kind: MailKind, language: Language, { url }: { url: string }) {
  const { subject, sentence, action, otherwise } = texts[language][kind];
  const hello = greeting[language];
  return { subject, ...mailLayout(language, [hello, sentence], { label: action, url }, otherwise) };
}
