import { wordSet } from "../text/normalise";
import type { Phrases, Wording } from "../text/wording";

/** Words that make a number a task's number. */
export const numberNouns: Phrases = [
  [
    {
      en: "task|tasks|number|no|no .|item|#|task #|task no|task no .|task number|tasks number|item number|todo|nr|id|task id|tasks #|items|№|numbers|item #",
      ur: "کام|ٹاسک|نمبر|کام نمبر|ٹاسک نمبر|#|آئٹم|کام #|ٹاسک #",
      roman:
        "kaam|task|number|no|nambar|kaam number|task number|kaam nambar|task nambar|kaam no|task no|#|number kaam|tasks|item|kaam #|task #",
    },
    true,
  ],
];

/** The same after the number: 3 number wala kaam. */
export const numberNounsAfter: Phrases = [
  [
    {
      ur: "نمبر|نمبر والا|نمبر کام|نمبر والا کام|نمبر ٹاسک|نمبر والے کام|نمبر والے",
      roman:
        "number|number wala|number kaam|number wala kaam|number task|number wala task|nambar|nambar wala|no wala|number wale kaam|number wale|nambar kaam",
    },
    true,
  ],
];

/** Pointing at what was just spoken of. */
export const pronouns: Phrases = [
  [
    {
      en: "it|that|this|that one|this one|that task|this task|the same|the same one|the same task|the one|that thing|same|the task|that last one|the one i just added|what i just added|the task i just added|the last task i added|the new one|the new task|the one you just added",
      ur: "اسے|اس کو|اس|یہ|یہ والا|وہ|وہ والا|یہ کام|وہ کام|اس کام|اس کام کو|یہی|وہی|وہی کام|یہی والا|اس والے کو|اسی کو|اسی|اس کی|اس کا|اس ٹاسک کو|یہ ٹاسک|جو ابھی شامل کیا",
      roman:
        "isay|isko|is|usay|usko|us|yeh|yeh wala|wo|wo wala|yeh kaam|wo kaam|is kaam|is kaam ko|us kaam ko|yehi|wahi|wohi|wahi kaam|isi ko|usi ko|is ki|is ka|us ki|us ka|is task ko|yeh task|it|that one|jo abhi add kiya",
    },
    true,
  ],
];

export const plurals: Phrases = [
  [
    {
      en: "both|both of them|both tasks|them|these|those|all of them|all of these|all of those|them all|them both|all three|these tasks|those tasks|the both|all four|these two|those two",
      ur: "دونوں|دونوں کام|دونوں کو|انہیں|ان کو|یہ سب|وہ سب|ان سب کو|دونوں کاموں کو|ان دونوں کو|یہ دونوں|وہ دونوں|تینوں|یہ تینوں|ان تینوں کو|ان سب",
      roman:
        "dono|donon|dono kaam|dono ko|inhen|inhe|unhen|unhe|in ko|un ko|ye sab|wo sab|in sab ko|un sab ko|in dono ko|yeh dono|teeno|teenon|in teeno ko|dono tasks|un dono ko",
    },
    true,
  ],
];

/** Everything that fits, not one task. */
export const everything: Phrases = [
  [
    {
      en: "it all|the lot|the whole lot|my list|the list|my tasks|my todo list|all|everything|all tasks|all my tasks|every task|all of my tasks|all the tasks|my whole list|the whole list|my entire list|all items|every single task|all todos|all my todos|all of it|every|each|whatever is|whatever|anything|the entire list|all the|all my|all of the|all of my|entire|whole|the whole of|the entire",
      ur: "سب|سب کچھ|تمام|تمام کام|سارے|سارے کام|سب کام|میرے سب کام|میرے سارے کام|میرے تمام کام|ہر کام|پوری فہرست|پوری لسٹ|تمام کاموں کو|سارے کاموں کو|سب کاموں کو|تمام ٹاسک|سارے ٹاسک|سب ٹاسک|سبھی|جتنے بھی|ساری|ساری کی ساری|سارے کے سارے|میری ساری|میری سب|میری تمام|ہر ایک",
      roman:
        "sab|sab kuch|sb kuch|tamam|tamam kaam|saare|saare kaam|sab kaam|mere sab kaam|mere saare kaam|mere tamam kaam|har kaam|poori list|sab kaamon ko|sare kaamon ko|sab tasks|saare tasks|tamam tasks|sabhi|all tasks|all|jitne bhi|sary kaam|sb kaam|sb|sary|saari|sari|saari ki saari|sare ke sare|puri list|meri sari|har ek",
    },
    true,
  ],
];

/** A place in a list, not a name: "the second one", دوسرا والا. */
export const placeNouns: Phrases = [
  [
    {
      en: "one|task|item|todo|reminder|on the list|in the list|one on the list|task on the list|one on my list|task on my list|of them|one in the list|task in the list|task in my list|of these|of those",
      ur: "کام|والا|والے|والی|والا کام|ٹاسک|کام کو|والے کو|والے کام کو|نمبر|نمبر والا|نمبر کام|ٹاسک کو|والی کو|نمبر والے کو",
      roman:
        "kaam|wala|wale|wali|wala kaam|task|kaam ko|wale ko|wale kaam ko|number|number wala|number kaam|one|task ko|wali ko|wala task|number wale ko|nambar",
    },
    true,
  ],
];

/** Another task than the one that was just spoken of: the other of two, or the next to it in a list. */
export const neighbours: readonly (readonly [Wording, "other" | "before" | "after"])[] = [
  [
    {
      en: "the other one|the other|other one|other|other task|the other task",
      ur: "وہ دوسرا|باقی والا",
      roman: "wo doosra|other wala|baqi wala",
    },
    "other",
  ],
  [
    {
      en: "the one before|one before|the one before that|the one before it|one before that|the one above|the one above it|the one above that|the previous one|previous one|the previous|previous|the previous task|previous task|the task before|the task before that|the earlier one",
      ur: "اس سے پہلے والا|اس سے پہلے والے|اس سے پہلے والی|اس سے پہلا|اس سے پہلا والا|اس سے پچھلا|اس سے اوپر والا|اوپر والا|پچھلا والا|پچھلا|پچھلے والا|پچھلے والے|سے پہلے والا|سے پہلے والے|سے پہلے",
      roman:
        "us se pehle wala|is se pehle wala|us se pehle wale|is se pehle wale|us se pehle wali|us se pehla|is se pehla|us se pehla wala|us se pichla|is se pichla|us se upar wala|is se upar wala|upar wala|pichla wala|pichla|pichle wala|pichle wale|se pehle wala|se pehle wale|se pehle",
    },
    "before",
  ],
  [
    {
      en: "the one after|one after|the one after that|the one after it|one after that|the one below|the one below it|the one below that|the next one|next one|the following one|the task after|the task after that",
      ur: "اس کے بعد والا|اس کے بعد والے|اس کے بعد والی|اس سے اگلا|اس سے اگلا والا|اگلا والا|اگلے والا|اگلے والے|اس سے نیچے والا|نیچے والا|کے بعد والا|کے بعد والے",
      roman:
        "us ke baad wala|is ke baad wala|us ke baad wale|is ke baad wale|uske baad wala|iske baad wala|us se agla|is se agla|us se agla wala|agla wala|agle wala|agle wale|us se neeche wala|neeche wala|ke baad wala|ke baad wale",
    },
    "after",
  ],
];

/** Between everything and what is none of it; the last ones only where "everything" is said. */
export const exceptions: readonly (readonly [Wording, "always" | "of-all"])[] = [
  [
    {
      en: "except|except for|excepting|apart from|aside from|other than|besides|excluding|save for|leaving out",
      ur: "سوائے|کے علاوہ|کے سوا|چھوڑ کر|کو چھوڑ کر",
      roman: "siwae|siwaye|ke ilawa|ke alawa|ke siwa|chor kar|ko chor kar|except",
    },
    "always",
  ],
  [{ en: "but|but not|bar" }, "of-all"],
];

/** Words of which one says that one task is meant. */
export const singleWords: ReadonlySet<string> = wordSet(
  "a an one something next item event entry appointment ek koi ایک کوئی",
);

/** What holds all tasks: who clears it clears them all. */
export const wholeWords: ReadonlySet<string> = wordSet(
  "list calendar schedule agenda plate todo todos fehrist کیلنڈر فہرست لسٹ شیڈول ایجنڈا",
);

/** Words of which one says that several tasks are meant. */
export const pluralWords: ReadonlySet<string> = wordSet(
  "every each all everything whole entire sab saare sare tamam har سب ہر tasks todos items reminders things errands chores events appointments alarms meetings ones kaamon kaamo taskon " +
    "کاموں ٹاسکس ریمائنڈرز یاددہانیاں دہانیاں دہانیوں سارے ساری تمام",
);

/** How many places follow: "the last two". */
export const countWords: Readonly<Record<string, number>> = {
  two: 2,
  do: 2,
  دو: 2,
  three: 3,
  teen: 3,
  تین: 3,
  four: 4,
};
