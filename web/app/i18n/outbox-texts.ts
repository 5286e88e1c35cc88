import { useMemo } from "react";
import { formatNumber } from "./dates";
import type { Language } from "./language";
import { useDisplayLocale } from "./use-format";

// Texts of what waits to be sent: in the dictionary they would be loaded with every page.

const en = {
  waits: (count: number, n: string) =>
    count === 1 ? "1 change waits for a connection" : `${n} changes wait for a connection`,
  sending: (count: number, n: string) =>
    count === 1 ? "1 change is being sent" : `${n} changes are being sent`,
  stopped: (count: number, n: string) =>
    count === 1 ? "1 change needs you" : `${n} changes need you`,
  signedOut: "You are signed out here. Sign in again, and it is sent.",
  signIn: "Sign in",
  show: "Show",
  title: "Not sent yet",
  hint: "Kept on this device and sent in this order when there is a connection, also after the browser was closed.",
  empty: "Everything is sent.",
  takeBack: "Take back",
  takeBackLabel: (what: string) => `Take back: ${what}`,
  again: "Try again",
  open: "Look at it",
  close: "Close",
  conflict: "Changed elsewhere meanwhile. Nothing is saved over yet.",
  left: (count: number, n: string) =>
    count === 1
      ? "Changed elsewhere meanwhile, so it was left as it is."
      : `${n} tasks were changed elsewhere meanwhile, so they were left as they are.`,
  now: (value: string) => `now ${value}`,
  none: "none",
  anyway: "Change anyway",
  refused: "Not accepted.",
  refusals: {
    title: "The title is empty or too long.",
    due: "The date or time could not be read.",
    category: "The category is too long.",
    many: "Too many tasks at once.",
    gone: "Deleted elsewhere meanwhile. The task may still be in the trash.",
  } as Record<string, string>,
  held: "Waits for the one before it",
  message: "Message",
  actions: {
    add: "Add",
    edit: "Edit",
    complete: "Complete",
    reopen: "Reopen",
    delete: "Delete",
    move: "Move",
    skip: "Skip",
    undo: "Undo",
    change: "Change",
    remind: "Remind",
    restore: "Restore",
    remove: "Delete for good",
    empty: "Empty the trash",
    later: "Later",
    read: "Mark as read",
  },
  tasks: (count: string) => `${count} tasks`,
  signOut: {
    title: "Not everything is sent yet",
    body: (count: number, n: string) =>
      count === 1
        ? "1 change waits on this device. Signing out deletes it."
        : `${n} changes wait on this device. Signing out deletes them.`,
    send: "Send, then sign out",
    sending: "Sending",
    failed: "There is no connection yet. They are still here.",
    discard: "Sign out and discard",
    stay: "Stay signed in",
  },
};

/** The texts of what waits to be sent. */
export type OutboxTexts = typeof en;

const ur: OutboxTexts = {
  waits: (_, n) => `${n} تبدیلی رابطے کے انتظار میں`,
  sending: (_, n) => `${n} تبدیلی بھیجی جا رہی ہے`,
  stopped: (_, n) => `${n} تبدیلی کو آپ کی توجہ چاہیے`,
  signedOut: "آپ یہاں سائن آؤٹ ہو چکے ہیں۔ دوبارہ سائن اِن کیجیے، پھر یہ بھیج دی جائے گی۔",
  signIn: "سائن اِن",
  show: "دیکھیے",
  title: "ابھی بھیجا نہیں گیا",
  hint: "یہ اسی آلے پر محفوظ ہے اور رابطہ ہوتے ہی اسی ترتیب سے بھیجا جائے گا، چاہے براؤزر بند ہو چکا ہو۔",
  empty: "سب کچھ بھیجا جا چکا ہے۔",
  takeBack: "واپس لیجیے",
  takeBackLabel: (what) => `واپس لیجیے: ${what}`,
  again: "دوبارہ کوشش کیجیے",
  open: "دیکھیے",
  close: "بند کیجیے",
  conflict: "اس دوران کہیں اور بدل گیا۔ ابھی کسی چیز کی جگہ کچھ محفوظ نہیں ہوا۔",
  left: (count, n) =>
    count === 1
      ? "اس دوران کہیں اور بدل گیا، اس لیے اسے ویسا ہی رہنے دیا گیا۔"
      : `${n} کام اس دوران کہیں اور بدل گئے، اس لیے انھیں ویسا ہی رہنے دیا گیا۔`,
  now: (value) => `اب ${value}`,
  none: "کوئی نہیں",
  anyway: "پھر بھی بدل دیجیے",
  refused: "قبول نہیں ہوا۔",
  refusals: {
    title: "عنوان خالی یا بہت لمبا ہے۔",
    due: "تاریخ یا وقت پڑھا نہیں جا سکا۔",
    category: "زمرہ بہت لمبا ہے۔",
    many: "ایک ساتھ بہت زیادہ کام ہیں۔",
    gone: "اس دوران کہیں اور حذف ہو گیا۔ شاید یہ کام ابھی ردی کی ٹوکری میں ہو۔",
  },
  held: "پہلے والی تبدیلی کا انتظار ہے",
  message: "پیغام",
  actions: {
    add: "نیا کام",
    edit: "ترمیم",
    complete: "مکمل",
    reopen: "دوبارہ کھولنا",
    delete: "حذف",
    move: "منتقلی",
    skip: "اس بار چھوڑنا",
    undo: "واپسی",
    change: "تبدیلی",
    remind: "یاد دہانی",
    restore: "بحالی",
    remove: "ہمیشہ کے لیے حذف",
    empty: "ٹوکری خالی کرنا",
    later: "بعد میں",
    read: "پڑھا ہوا نشان",
  },
  tasks: (count) => `${count} کام`,
  signOut: {
    title: "ابھی سب کچھ نہیں بھیجا گیا",
    body: (_, n) => `اس آلے پر ${n} تبدیلی انتظار میں ہے۔ سائن آؤٹ کرنے سے یہ حذف ہو جائے گی۔`,
    send: "بھیج کر سائن آؤٹ کیجیے",
    sending: "بھیجا جا رہا ہے",
    failed: "ابھی رابطہ نہیں ہے۔ سب کچھ یہیں محفوظ ہے۔",
    discard: "حذف کر کے سائن آؤٹ کیجیے",
    stay: "یہیں رہیے",
  },
};

const texts: Record<Language, OutboxTexts> = { en, ur };

/** The texts in the language of the page; `n` writes a number in its digits. */
export function useOutboxTexts() {
  const locale = useDisplayLocale();
  return useMemo(
    () => ({
      text: texts[locale.language],
      n: (value: number) => formatNumber(value, locale),
    }),
    [locale],
  );
}
