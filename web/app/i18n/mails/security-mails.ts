import type { Language } from "../language";
import { mailLayout } from "./mail-layout";

/** Mails about a change of an account. They hold nothing that anybody typed, not even a name. */
export type SecurityMailKind =
  | "password"
  | "address"
  | "secondFactorOn"
  | "secondFactorOff"
  | "recoveryCodes"
  | "passkeyAdded"
  | "passkeyRemoved"
  | "newDevice"
  | "appConnected"
  | "tokenCreated";

interface MailText {
  subject: string;
  sentence: string;
}

const texts: Record<Language, Record<SecurityMailKind, MailText>> = {
  en: {
    password: {
      subject: "Your password for Karlo was changed",
      sentence: "The password of your account at Karlo was changed.",
    },
    address: {
      subject: "Your e-mail address at Karlo was changed",
      sentence:
        "Your account at Karlo has another e-mail address now. This mail went to the one before.",
    },
    secondFactorOn: {
      subject: "Two-step sign-in is on at Karlo",
      sentence: "From now on, signing in to Karlo takes your password and a code from your app.",
    },
    secondFactorOff: {
      subject: "Two-step sign-in is off at Karlo",
      sentence: "Signing in to Karlo takes the password alone again.",
    },
    recoveryCodes: {
      subject: "New recovery codes for Karlo",
      sentence:
        "New recovery codes were made for your account at Karlo. The earlier ones are void.",
    },
    passkeyAdded: {
      subject: "A passkey was added at Karlo",
      sentence: "A passkey was added that can sign in to your account at Karlo.",
    },
    passkeyRemoved: {
      subject: "A passkey was removed at Karlo",
      sentence: "A passkey of your account at Karlo was removed and no longer signs in.",
    },
    newDevice: {
      subject: "A new device signed in to Karlo",
      sentence: "Somebody signed in to your account at Karlo on a device that is new to it.",
    },
    appConnected: {
      subject: "An app was connected to Karlo",
      sentence:
        "An app was connected to your account at Karlo. It stays connected until you end it.",
    },
    tokenCreated: {
      subject: "An access token was made at Karlo",
      sentence:
        "An access token was made for your account at Karlo. A program that has it acts in your name.",
    },
  },
  ur: {
    password: {
      subject: "کر لو کا آپ کا پاس ورڈ بدل گیا",
      sentence: "کر لو پر آپ کے اکاؤنٹ کا پاس ورڈ بدل دیا گیا ہے۔",
    },
    address: {
      subject: "کر لو پر آپ کا ای میل پتہ بدل گیا",
      sentence: "کر لو پر آپ کے اکاؤنٹ کا ای میل پتہ اب دوسرا ہے۔ یہ ای میل پچھلے پتے پر آئی ہے۔",
    },
    secondFactorOn: {
      subject: "کر لو پر دو مرحلوں والا سائن اِن چالو ہو گیا",
      sentence: "اب کر لو پر سائن اِن کے لیے پاس ورڈ کے ساتھ آپ کی ایپ کا کوڈ بھی چاہیے ہو گا۔",
    },
    secondFactorOff: {
      subject: "کر لو پر دو مرحلوں والا سائن اِن بند ہو گیا",
      sentence: "اب کر لو پر سائن اِن کے لیے صرف پاس ورڈ کافی ہے۔",
    },
    recoveryCodes: {
      subject: "کر لو کے نئے بحالی کوڈ",
      sentence: "کر لو پر آپ کے اکاؤنٹ کے نئے بحالی کوڈ بنائے گئے ہیں۔ پرانے کوڈ اب نہیں چلیں گے۔",
    },
    passkeyAdded: {
      subject: "کر لو پر ایک پاس کی شامل ہوئی",
      sentence: "ایک پاس کی شامل کی گئی ہے جس سے کر لو پر آپ کے اکاؤنٹ میں سائن اِن ہو سکتا ہے۔",
    },
    passkeyRemoved: {
      subject: "کر لو سے ایک پاس کی ہٹا دی گئی",
      sentence: "کر لو پر آپ کے اکاؤنٹ کی ایک پاس کی ہٹا دی گئی ہے، اب اس سے سائن اِن نہیں ہو گا۔",
    },
    newDevice: {
      subject: "کر لو پر نئے آلے سے سائن اِن ہوا",
      sentence: "کر لو پر آپ کے اکاؤنٹ میں ایک ایسے آلے سے سائن اِن ہوا ہے جو پہلے نہیں دیکھا گیا۔",
    },
    appConnected: {
      subject: "کر لو سے ایک ایپ جڑ گئی",
      sentence:
        "کر لو پر آپ کے اکاؤنٹ سے ایک ایپ جوڑی گئی ہے۔ جب تک آپ اسے الگ نہ کریں، یہ جڑی رہے گی۔",
    },
    tokenCreated: {
      subject: "کر لو پر ایک رسائی ٹوکن بنایا گیا",
      sentence:
        "کر لو پر آپ کے اکاؤنٹ کے لیے ایک رسائی ٹوکن بنایا گیا ہے۔ جس پروگرام کے پاس یہ ہو، وہ آپ کے نام سے کام کر سکتا ہے۔",
    },
  },
};

const frames: Record<
  Language,
  { hello: string; program: string; action: string; otherwise: string; unknown: string }
> = {
  en: {
    hello: "Hello,",
    program: "a program",
    unknown: "an unknown network",
    action: "See what happened",
    otherwise:
      "If it was not you, change your password at once and sign out everywhere else. If it was you, there is nothing to do.",
  },
  ur: {
    hello: "السلام علیکم،",
    program: "ایک پروگرام",
    unknown: "نامعلوم نیٹ ورک",
    action: "دیکھیے کیا ہوا",
    otherwise:
      "اگر یہ آپ نہیں تھے تو فوراً اپنا پاس ورڈ بدلیے اور باقی ہر جگہ سے سائن آؤٹ کیجیے۔ اگر یہ آپ ہی تھے تو کچھ کرنے کی ضرورت نہیں۔",
  },
};

/**
 * Renders a mail about a change of an account.
 *
 * @param device browser and system from a fixed list; null for a program
 * @param address network of the client
 */
export function securityMail(
  kind: SecurityMailKind,
  language: Language,
  {
    url,
    at,
    device,
    address,
  }: {
    url: string;
    at: { date: Date; timeZone: string };
    device: string | null;
    address: string | null;
  },
): { subject: string; text: string; html: string } {
  const { subject, sentence } = texts[language][kind];
  const { hello, program, unknown, action, otherwise } = frames[language];
  const time = new Intl.DateTimeFormat(language === "ur" ? "ur-PK-u-nu-latn" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: at.timeZone,
  }).format(at.date);
  const where = [time, device ?? program, address ?? unknown]
    .map((part) => `\u2068${part}\u2069`)
    .join(" · ");
  const link = { label: action, url };
  return { subject, ...mailLayout(language, [hello, sentence, where], link, otherwise) };
}
