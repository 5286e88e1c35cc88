import type { Language } from "./language";

type Part = "tasks" | "changes" | "assistant" | "live" | "reminders" | "mail";
type State = "works" | "partly" | "down" | "off";

interface StatusTexts {
  title: string;
  /** The whole of it, by its worst part. */
  summary: Record<Exclude<State, "off">, string>;
  states: Record<State, string>;
  parts: Record<Part, { name: string; says: Record<"partly" | "down", string> }>;
  /** Why there is no mail. */
  off: string;
  /** Before the time at which it was looked. */
  asOf: string;
  back: string;
}

/** The texts of `/status`, which does not depend on the pages. */
export const statusTexts: Record<Language, StatusTexts> = {
  en: {
    title: "Does Karlo work?",
    summary: {
      works: "Everything works.",
      partly: "Most of it works.",
      down: "Something does not work right now.",
    },
    states: { works: "works", partly: "has trouble", down: "does not work", off: "is not set up" },
    parts: {
      tasks: {
        name: "Signing in and reading tasks",
        says: {
          partly: "Some pages may fail. Try again in a minute.",
          down: "Pages cannot be read. Your tasks are kept; what this device has of them still shows.",
        },
      },
      changes: {
        name: "Adding and changing tasks",
        says: {
          partly: "Some changes may fail. Try again in a minute.",
          down: "Changes cannot be kept. What you change waits on your device and is sent later.",
        },
      },
      assistant: {
        name: "The assistant",
        says: {
          partly: "Some answers fail. Your messages are kept; press “Try again”.",
          down: "Answers fail. Your messages are kept, and your tasks can be changed by hand.",
        },
      },
      live: {
        name: "Showing at once what changes elsewhere",
        says: {
          partly: "Changes from other devices show later than usual.",
          down: "Changes from other devices show after a reload.",
        },
      },
      reminders: {
        name: "Reminders",
        says: {
          partly: "Some reminders may ring late.",
          down: "Reminders ring late. None is lost: they ring when this is mended.",
        },
      },
      mail: {
        name: "Mail",
        says: { partly: "Some mails may come late.", down: "No mail is sent." },
      },
    },
    off: "This Karlo sends no mail. Whoever runs it can reset a password.",
    asOf: "As of",
    back: "Open Karlo",
  },
  ur: {
    title: "کیا کرلو ٹھیک چل رہا ہے؟",
    summary: {
      works: "سب کچھ ٹھیک چل رہا ہے۔",
      partly: "زیادہ تر چیزیں ٹھیک چل رہی ہیں۔",
      down: "اس وقت کچھ کام نہیں کر رہا۔",
    },
    states: {
      works: "ٹھیک ہے",
      partly: "کچھ دشواری ہے",
      down: "کام نہیں کر رہا",
      off: "فعال نہیں",
    },
    parts: {
      tasks: {
        name: "داخل ہونا اور کام دیکھنا",
        says: {
          partly: "کچھ صفحے شاید نہ کھلیں۔ ایک منٹ بعد دوبارہ کوشش کریں۔",
          down: "صفحے نہیں کھل رہے۔ آپ کے کام محفوظ ہیں؛ جو اس آلے پر ہے وہ نظر آتا رہے گا۔",
        },
      },
      changes: {
        name: "کام شامل کرنا اور بدلنا",
        says: {
          partly: "کچھ تبدیلیاں شاید نہ ہوں۔ ایک منٹ بعد دوبارہ کوشش کریں۔",
          down: "تبدیلیاں محفوظ نہیں ہو رہیں۔ آپ جو بدلیں گے وہ آلے پر رکا رہے گا اور بعد میں بھیجا جائے گا۔",
        },
      },
      assistant: {
        name: "مددگار",
        says: {
          partly: "کچھ جواب نہیں آ رہے۔ آپ کے پیغام محفوظ ہیں؛ ”دوبارہ کوشش کریں“ دبائیں۔",
          down: "جواب نہیں آ رہے۔ آپ کے پیغام محفوظ ہیں، اور کام خود بدلے جا سکتے ہیں۔",
        },
      },
      live: {
        name: "دوسری جگہ کی تبدیلی فوراً دکھانا",
        says: {
          partly: "دوسرے آلوں کی تبدیلیاں معمول سے دیر میں نظر آئیں گی۔",
          down: "دوسرے آلوں کی تبدیلیاں صفحہ دوبارہ کھولنے پر نظر آئیں گی۔",
        },
      },
      reminders: {
        name: "یاد دہانیاں",
        says: {
          partly: "کچھ یاد دہانیاں دیر سے آ سکتی ہیں۔",
          down: "یاد دہانیاں دیر سے آئیں گی۔ کوئی گم نہیں ہوگی: ٹھیک ہوتے ہی آ جائے گی۔",
        },
      },
      mail: {
        name: "ای میل",
        says: { partly: "کچھ ای میل دیر سے آ سکتی ہیں۔", down: "ای میل نہیں جا رہی۔" },
      },
    },
    off: "یہ کرلو ای میل نہیں بھیجتا۔ اسے چلانے والا پاس ورڈ بدل سکتا ہے۔",
    asOf: "وقت",
    back: "کرلو کھولیں",
  },
};
