import type { Wording } from "../text/wording";

export type Priority = "low" | "medium" | "high";

/** Priority said with the word priority: it counts wherever it stands. */
export const namedPriorities: readonly (readonly [Wording, Priority])[] = [
  [
    {
      en: "high priority|high-priority|top-priority|highest priority|top priority|priority high|high prio|with high priority|at high priority|as high priority|of high priority|priority is high|priority : high|priority to high|high importance|very important|very urgent|very high priority|p 1|priority 1|to high priority|a high priority|urgent priority|super urgent|high - priority|( high )|( urgent )|( high priority )",
      ur: "اعلی ترجیح|زیادہ ترجیح|ہائی ترجیح|اونچی ترجیح|ترجیح زیادہ|ترجیح ہائی|ترجیح اعلی|ترجیح اونچی|ہائی پرائرٹی|ہائی پرائیرٹی|ہائی پریارٹی|اعلیٰ ترجیح کے ساتھ|زیادہ ترجیح کے ساتھ|بہت ضروری|بہت اہم|نہایت ضروری|نہایت اہم|انتہائی اہم|انتہائی ضروری|اہمیت زیادہ|اعلی ترجیحی|زیادہ اہم|زیادہ ضروری|ترجیح کو زیادہ|ترجیح کو ہائی|ترجیح بلند|بلند ترجیح|زیادہ اہمیت",
      roman:
        "high priority|priority high|zyada priority|top priority|high priority ke sath|priority zyada|zyada tarjeeh|tarjeeh zyada|aala tarjeeh|bohat zaroori|bahut zaroori|boht zaroori|bht zaroori|bohat aham|bahut aham|boht aham|bohat ahem|zyada aham|zyada zaroori|ahmiyat zyada|priority ko high|high prio|urgent priority|intehai aham|intehai zaroori|zyada ahmiyat|oonchi tarjeeh",
    },
    "high",
  ],
  [
    {
      en: "medium priority|medium-priority|normal priority|priority medium|priority normal|mid priority|with medium priority|at medium priority|as medium priority|priority to medium|priority to normal|p 2|average priority|moderate priority|of medium priority|to medium priority|medium - priority|( medium )",
      ur: "درمیانی ترجیح|عام ترجیح|ترجیح درمیانی|میڈیم ترجیح|ترجیح میڈیم|ترجیح عام|میڈیم پرائرٹی|متوسط ترجیح|ترجیح متوسط",
      roman:
        "medium priority|priority medium|normal priority|priority normal|darmiyani tarjeeh|aam tarjeeh|tarjeeh darmiyani|darmiyani priority|priority darmiyani|priority ko medium",
    },
    "medium",
  ],
  [
    {
      en: "low priority|low-priority|lowest priority|priority low|low prio|with low priority|at low priority|as low priority|of low priority|priority to low|not urgent|not important|isnt urgent|isnt important|isnt a priority|isnt that urgent|isnt that important|not that urgent|not that important|not a priority|not so urgent|no longer urgent|not urgent anymore|isnt urgent anymore|unimportant|p 3|priority 3|low importance|to low priority|a low priority|low - priority|( low )|( low priority )",
      ur: "ضروری نہیں رہا|ضروری نہیں رہی|اہم نہیں رہا|اہم نہیں رہی|ارجنٹ نہیں رہا|ارجنٹ نہیں|کم ترجیح|کم ترین ترجیح|لو ترجیح|نچلی ترجیح|ترجیح کم|ترجیح لو|لو پرائرٹی|کم اہم|کم ضروری|غیر اہم|غیر ضروری|ضروری نہیں|ضروری نہیں ہے|اہم نہیں|اہم نہیں ہے|اتنا ضروری نہیں|اتنا اہم نہیں|اہمیت کم|کم ترجیح کے ساتھ|ترجیح کو کم|کم اہمیت",
      // Not "kam zaroori" and its like: they sound the same as "kaam zaroori".
      roman:
        "zaroori nahi raha|zaroori nahi rahi|aham nahi raha|aham nahi rahi|urgent nahi raha|urgent nahi rahi|low priority|priority low|priority kam|tarjeeh kam|ghair aham|ghair zaroori|ahmiyat kam|zyada zaroori nahi|zaroori nahi|zaroori nahi hai|aham nahi|aham nahi hai|itna zaroori nahi|urgent nahi|urgent nahi hai|important nahi|priority ko low|priority ko kam|kam ahmiyat",
    },
    "low",
  ],
];

/** Priority in one adjective: it counts only at the edge of a title, or beside a word for a task. */
export const barePriorities: readonly (readonly [Wording, Priority])[] = [
  [
    {
      en: "urgent|urgently|important|asap|critical|top|high|crucial|most important|!!|! !|! ! !",
      ur: "ضروری|اہم|فوری|ارجنٹ|فوراً|انتہائی|لازمی|ہائی|زیادہ",
      roman: "urgent|zaroori|important|aham|ahem|fauri|fori|asap|lazmi|jaldi|zarori|high|zyada",
    },
    "high",
  ],
  [
    {
      en: "medium|normal",
      ur: "درمیانی|میڈیم|درمیانہ|عام|نارمل",
      roman: "medium|normal|darmiyani",
    },
    "medium",
  ],
  [{ en: "low|minor|trivial", ur: "لو|معمولی|کم", roman: "low|mamooli" }, "low"],
];

export type Status = "open" | "completed" | "all" | "overdue";

/** Which tasks are meant. */
export const statuses: readonly (readonly [Wording, Status])[] = [
  [
    {
      en: "completed|done|finished|ticked off|closed|have i done|did i do|have i completed|did i complete|have i finished|did i finish|i have done|i have completed|i completed|i finished|ive done|ive completed|ive finished|already done|complete|i did|accomplished|what did i do|what have i done|got done|get done|checked off",
      ur: "پرانے مکمل|پرانے مکمل شدہ|پرانے ختم|کیا کیا ختم کیا|کیا کیا مکمل کیا|کیا کیا پورا کیا|کیا کیا نمٹایا|نمٹایا|نمٹائے|نپٹائے|نپٹایا|کیا کیا ہو گیا|کیا کیا ہوا|کیا کچھ ہو گیا|ختم کیے|ختم کر لیے|مکمل کر لیے|کیے ہیں|نمٹا لیے|مکمل|مکمل شدہ|مکمل ہوئے|پورے ہوئے|ہو چکے|ہو گئے|کر لیے|کر چکا|ختم شدہ|پورے|مکمل کیے|مکمل ہو چکے|مکمل ہو گئے|پورے کیے|پورے ہو گئے|ختم ہوئے|ہو چکا|کمپلیٹ|کیا کیا تھا|کیا کیا کیا|میں نے کیا کیا|مکمل ہونے والے|نمٹائے",
      roman:
        "kya kya khatam kiya|kya kya mukammal kiya|kya kya poora kiya|kya kya complete kiya|nimtaya|niptaya|niptaye|kya kya ho gaya|kia kia ho gaya|kya kya hua|kya kuch ho gaya|khatam kiye|khatam kar liye|khatam kye|khatam kar lye|mukammal kar liye|nimtaye|nimta liye|poore kiye|poore kar liye|finish kiye|done kiye|complete kar liye|kiye hain|mukammal|mukmal|mukammal shuda|completed|complete|done|poore hue|ho chuke|ho gaye|kar liye|kar chuka|khatam shuda|purane mukammal|purane complete|purane done|purane khatam|poore|mukammal kiye|mukammal hue|mukammal ho chuke|mukammal ho gaye|khatam hue|finished|kya kiya tha|kya kya kiya|kya kiya|maine kya kiya|complete hue|complete kiye|complete ho gaye|kar chuke|kar lye|done hue",
    },
    "completed",
  ],
  [
    {
      en: "be done|be finished|be completed|havent i done|havent i finished|havent i completed|didnt i do|didnt i finish|have i not done|am i missing|open|pending|outstanding|remaining|incomplete|unfinished|active|uncompleted|not done|still to do|not completed|not finished|left|undone|left to do|to be done|havent done|havent finished|havent completed|still open|not yet done|unchecked",
      ur: "باقی|رہ جانے والے|باقی رہ جانے والے|رہ تو نہیں گیا|رہ تو نہیں گئے|کچھ رہ گیا|نامکمل|ادھورے|کھلے|مکمل نہیں|رہتے|بقایا|رہ گئے|ابھی باقی|نہیں ہوئے|نہیں کیے|زیر التوا|رہ گیا|رہتا|پینڈنگ|کرنے والے|بچے ہوئے",
      roman:
        "baqi|namukammal|adhure|reh jane wale|baqi reh jane wale|reh to nahi gaya|reh to nahi gaye|kuch reh gaya|khule|mukammal nahi|rehte|baqaya|reh gaye|abhi baqi|nahi hue|nahi kiye|pending|open|remaining|incomplete|reh gaya|rehta|karne wale|bache hue|bacha hua|bacha|bache|bachi|left",
    },
    "open",
  ],
  [
    {
      en: "slip|slipped|slipping|past its date|past its due date|past their dates|fell behind|overdue|over due|late|past due|missed|past their due date|delayed|behind on|behind|past the deadline|past deadline|expired|running late|late on|past their deadline",
      ur: "پیچھے|زائد المیعاد|تاخیر شدہ|تاخیر والے|لیٹ|اوورڈیو|وقت گزرے|جن کا وقت گزر گیا|جن کا وقت گزر چکا|جن کا وقت گزر چکا ہے|جن کا وقت گزر گیا ہے|جن کی تاریخ گزر چکی|جن کی تاریخ گزر چکی ہے|جن کی تاریخ نکل گئی|وقت پر نہیں ہوئے|جو لیٹ ہو گئے|جو رہ گئے تھے|دیر ہو چکی|دیر ہو گئی|جن کا وقت نکل گیا|جن کی تاریخ گزر گئی|تاخیر کا شکار|دیر سے|چھوٹے ہوئے|پرانے|گزر چکے|جن کی میعاد گزر گئی|وقت گزر گیا|تاریخ گزر گئی|تاخیر",
      roman:
        "peeche|peechhe|purane|overdue|late|takheer wale|takheer shuda|jin ka waqt guzar gaya|jin ka waqt guzar chuka|jin ka time guzar gaya|jin ka time nikal gaya|jin ki date nikal chuki|jin ki deadline guzar gayi|jin ki deadline nikal gayi|jo late ho gaye|jo late hain|der ho gayi|waqt pe nahi hue|time pe nahi hue|jin ka waqt nikal gaya|jin ki tareekh guzar gayi|jin ki date guzar gayi|chhoote hue|guzar chuke|waqt guzar gaya|tareekh guzar gayi|takheer|missed|jin ki date nikal gayi|date guzar gayi",
    },
    "overdue",
  ],
  [
    {
      en: "done or not|done and not done|open and completed|completed and open|open and done|done and open|finished or not|completed or not|open or not|all|every|everything|all of my|all of them|all of the|each and every|whole|entire|complete list",
      ur: "سب|تمام|سارے|ساری|سارا|سب کے سب|ہر|سبھی|کل ملا کر",
      roman: "sab|sabhi|tamam|saare|sari|sab ke sab|all|har|saray ke saray|sary|sb",
    },
    "all",
  ],
];

/** A name for the group a task is in, said before or after the word for group. */
export const categoryBefore: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "category|in category|in the category|under category|with category|category is|category :|in category :|category to|to category|of category|tagged|tagged as|tag|label|labelled|under the category|category as|to the category|as category|in the category of|categorized as|categorised as",
      ur: "زمرہ|کیٹیگری|زمرے|کیٹگری|زمرہ :|کیٹیگری :",
      roman: "category|category :|zumra|zumray|catagory|kategory",
    },
    true,
  ],
];
export const categoryAfter: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "category|list|project",
      ur: "کے زمرے میں|زمرے میں|کی کیٹیگری میں|کیٹیگری میں|کی کیٹیگری|کیٹیگری|کے زمرے|زمرے|کی کیٹگری میں|کیٹگری میں|والے زمرے میں|کی فہرست میں|کی لسٹ میں|کے زمرے کے|کیٹیگری کے",
      roman:
        "category mein|category me|ki category mein|ki category me|ki category|category|ke zumre mein|zumre mein|wali category mein|ki list mein|ki list me|catagory mein|ki catagory mein|category ke",
    },
    true,
  ],
];

/** Asking for tasks about something. */
export const aboutBefore: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "about|containing|mention|mentions|contain|contains|include|includes|refer to|talk about|that contain|with the word|mentioning|related to|regarding|matching|that mention|that mentions|called|named|with|having|involving|to do with|that has|that have|concerning|for|that include|that includes|including|search|search for|find|look for|look up|find me|that say|that says|anything with|anything about",
      ur: "نام",
      roman: "naam",
    },
    true,
  ],
];

/** The same after the words: دودھ سے متعلق, gym ke bare mein. */
export const aboutAfter: readonly (readonly [Wording, true])[] = [
  [
    {
      ur: "سے متعلق|کے متعلق|کے بارے میں|سے متعلقہ|کے حوالے سے|نام والے|نام کے|لفظ والے",
      roman:
        "se mutaliq|ke mutaliq|k mutaliq|ke bare mein|k bare mein|se related|ke hawale se|naam wale|lafz wale",
    },
    true,
  ],
];

/** Asking for tasks that come back. */
export const repeating: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "recurring|recur|recurs|recurrent|repeat|repeats|repeating|repeated|on repeat|come back|comes back|coming back|keep coming back|keep repeating|over and over|again and again|regular|routine",
      ur: "بار بار|دہرائے جانے والے|دہرانے والے|دہرائے جاتے|دوہرائے|ریپیٹ|معمول کے",
      roman:
        "baar baar|bar bar|repeat|recurring|repeating|dohraye jane wale|dohrane wale|dohraye jate|routine",
    },
    true,
  ],
];
