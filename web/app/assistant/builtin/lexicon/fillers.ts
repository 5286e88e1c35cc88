import type { Phrases, WordClasses } from "../text/wording";

/** What a task may be called before it is named. */
export const taskKinds: WordClasses = {
  kind: { en: "recurring|repeating|quick|small|simple|short|little|big|one off|separate" },
};

/** What may stand between the command and the title of a new task. */
export const titleOpenings: Phrases = [
  [
    {
      en: "were out of|we are out of|im out of|i am out of|weve run out of|ive run out of|were running low on|im running low on|weve got no|called|named|titled|a new one|new one|another one|a task|a new task|new task|another task|one more task|the task|task|my task|this task|this|a todo|todo|a new todo|new todo|an item|a new item|new item|item|a reminder|a new reminder|reminder|a note|note|me a task|me a reminder|me a new task|to my list|to my todo list|to the list|to my tasks|to list|an entry|a thing|{kind} task|a {kind} task|{kind} reminder|a {kind} reminder|another {kind} task|tasks|these tasks|the following tasks|the following|following tasks|two tasks|three tasks|four tasks|2 tasks|3 tasks|4 tasks|5 tasks|two things|three things|four things|2 things|3 things|4 things|some tasks|new tasks|todos|these two|these three|these|the following task|me|entry",
      ur: "ایک نیا کام|نیا کام|ایک کام|ایک اور کام|یہ کام|کام|نیا ٹاسک|ایک نیا ٹاسک|ایک ٹاسک|ٹاسک|یہ|یہ ٹاسک|میرے لیے|مجھے|مجھ کو|میں نے|ہمیں|ہم نے|مجھے ایک|میری فہرست میں|میری لسٹ میں|لسٹ میں|فہرست میں|نئے کام|کہ مجھے|کہ میں نے|کہ|کے|میرا|میری|میرا نیا کام|ایک یاد دہانی|یاد دہانی|دو کام|تین کام",
      roman:
        "mjy|mje|ek naya kaam|naya kaam|ek kaam|ek aur kaam|yeh kaam|kaam|naya task|ek naya task|ek task|task|new task|yeh|mere liye|mujhe|mjhe|mujhko|maine|humein|hamein|hum ne|meri list mein|meri list me|list mein|list me|naye kaam|yeh task|ke mujhe|k mujhe|ke maine|ke|k|mera|meri|ek reminder|reminder|do kaam|teen kaam|a|new|ek|ek new task",
    },
    true,
  ],
];

/** Little words that join the command to the title, only after one of the above. */
export const titleLinks: Phrases = [
  [
    {
      en: "to|for|called|named|titled|that|that i|that i need to|that says|saying|about|with title|with the title|with the name|i need to|that i have to|i have to|which says|is|are|of|:",
      ur: "کہ|ہے|ہیں|یہ ہے|کا نام|جس کا نام|بنام|:",
      roman: "ke|k|hai|hain|yeh hai|jis ka naam|naam|:",
    },
    true,
  ],
];

/** What may stand between a title and the command that closes the sentence. */
export const titleEndings: Phrases = [
  [
    {
      en: "to my list|to my tasks|to the list|to my todo list|to my todos|to the todo list|on my list|on the list|on my todo list|to list|as a task|as a todo|as a reminder|as a new task|task|as task|in my list|both|both of them|all of them|all three|that repeats|which repeats|repeating|that recurs|recurring|its|it is|thats|which is|that is|and its|to tasks|to todo list|is due|are due|is|due",
      ur: "والی بات|والی بات بھی|والا کام بھی|بھی|دونوں|تینوں|یہ دونوں|یہ سب|کا کام|کا ایک کام|کا ٹاسک|کام|کو|یہ کام|ٹاسک|لسٹ میں|فہرست میں|میری فہرست میں|میری لسٹ میں|کاموں میں|میرے کاموں میں|کو فہرست میں|کو لسٹ میں|کا|کی|کے لیے|کی یاد|کی یاد دہانی|کے بارے میں|مجھے|والا کام|میں|کو میری فہرست میں|نام کا کام|نامی کام|کام کو|کا کام میری فہرست میں",
      roman:
        "wali baat|wali baat bhi|wala kaam bhi|bhi|dono|donon|teeno|teenon|ye dono|ye sab|ka kaam|ka ek kaam|ka task|ka ek task|kaam|ko|yeh kaam|task|list mein|list me|meri list mein|meri list me|ko list mein|ko list me|ko meri list mein|ko meri list me|ka|ki|ke liye|k liye|ka reminder|ki yaad|ki yaad dehani|ki yaad dahani|ke bare mein|mujhe|mjhe|wala kaam|wala task|mein|me|kaamon mein|naam ka kaam|naam ka task|kaam ko|task ko|ki reminder|ka kaam meri list mein|wale",
    },
    true,
  ],
];

/** Words around the task that a command is about. */
export const targetOpenings: Phrases = [
  [
    {
      en: "both|both the|both my|cross|strike|the|my|a|an|task|tasks|the task|my task|item|todo|todos|reminder|called|named|titled|to|that|this|for|about|of|off|with|out|as|:|in|from|me|one|up|on|and|thats|that is|that are|which are|which is|that were|ive|that ive|that i have|the one about|the one called|the one that says|the task called|the task named|all|any|entry|named as|some|its",
      ur: "ان میں سے|اس میں سے|میرا|میری|میرے|جو|جو کام|جتنے|کام|ٹاسک|یہ|وہ|مجھے|میں نے|اپنا|اپنی|اپنے|والا|:|ہمارا|اور|نے|کے|کا|کی|کو|اس",
      roman:
        "un mein se|in mein se|is mein se|mera|meri|mere|jo|jo kaam|jitne|kaam|task|tasks|yeh|wo|mujhe|mjhe|maine|apna|apni|apne|wala|:|hamara|aur|or|ne|ke|ka|ki|ko|the|my|us|is",
    },
    true,
  ],
];

export const targetEndings: Phrases = [
  [
    {
      en: "looking|going|coming along|coming|getting on|both|thing|stuff|job|business|matter|task|tasks|item|items|todo|todos|reminder|one|ones|from my list|from the list|from my tasks|from my todo list|on my list|off my list|in my list|from list|is|are|was|has been|as|entry|now|again|of|to|for|with|that|which|due|the|my|and|off the list|from tasks|from my todos|permanently|forever|been|too|back|anymore|any more|any longer|no longer",
      ur: "تو|تو میں|تو میں نے|کچھ|تھی|تھا|تھے|کرنی تھی|کرنا تھا|کرنے تھے|اب نہیں جانا|نہیں جانا|اب نہیں کرنا|نہیں کرنا|اب نہیں کرنی|کی ضرورت نہیں|کی ضرورت نہیں ہے|کیا ہے|کون سا ہے|دونوں|تینوں|ہیں وہ|ہے وہ|ہیں ان کو|ہیں انہیں|وہ|انہیں|ان کو|کو|کا|کی|کے|والا|والی|والے|کام|کام کو|والا کام|والے کام|والے کام کو|والی کام|والا ٹاسک|ٹاسک|ٹاسک کو|کا کام|کا ٹاسک|لسٹ سے|فہرست سے|میری فہرست سے|میری لسٹ سے|سے|نے|میں نے|کام بھی|کاموں کو|بھی|ہے|میں|پر|کام میری فہرست سے|ہیں|میں سے|کام کا|کام کی|کام کے|ٹاسک کا|ٹاسک کی",
      roman:
        "to main|to maine|kuch|thi|tha|karni thi|karna tha|karne the|ab nahi jana|nahi jana|ab nahi karna|nahi karna|ab nahi karni|ki zaroorat nahi|ki zaroorat nahi hai|nahi chahiye|kya hai|konsa hai|kaun sa hai|dono|teeno|donon|hain wo|hai wo|hain un ko|wo|unko|unhein|ko|ka|ki|ke|k|wala|wali|wale|kaam|kaam ko|wala kaam|wale kaam|wale kaam ko|wala task|wale task|task|task ko|tasks|ka kaam|ka task|list se|meri list se|se|ne|maine|kaam bhi|bhi|hai|mein|me|par|pe|hain|kaam ka|kaam ki|kaam ke|task ka|task ki|as|mark|tasks ko|kaamon ko",
    },
    true,
  ],
];

/** Words for tasks, several or one: they show that a question is about the list. */
export const taskNouns: Phrases = [
  [
    {
      en: "task|tasks|todo|todos|item|items|reminder|reminders|to do|to dos|list|todo list|task list|agenda|schedule|deadlines|deadline|things to do|things|ones|chores|errands|work items|assignments|stuff to do|plate|plan|plans|due|overdue|pending|stuff",
      ur: "کام|کاموں|ٹاسک|ٹاسکس|ٹاسکوں|فہرست|لسٹ|ایجنڈا|شیڈول|کرنا ہے|کرنی ہے|کرنے ہیں|کاموں کی فہرست|باقی|زائد المیعاد",
      roman:
        "kaam|kaamon|task|tasks|taskon|list|fehrist|agenda|schedule|karna hai|karni hai|karne hain|pending|overdue|due|todo|todos|baqi|karna h",
    },
    true,
  ],
];

/** Words that ask. */
export const questions: Phrases = [
  [
    {
      en: "will|what|whats|which|do i have|have i got|is there|are there|any|anything|when|am i|did i|have i|what do i have|what have i|is|are|does|how|who|where|why|should|can|has|was|were|do|did",
      ur: "کیسی|کیا|کون سا|کون سے|کون سی|کب|کوئی|کیا کیا|کون|کیوں|کہاں|کیسے|کیسا|کس",
      roman:
        "kaisa|kaisi|kya|kia|kaun sa|kaun se|kaun si|kon sa|kon se|kon si|kab|koi|kya kya|kaun|kon|kyun|kahan|kaise|kis",
    },
    true,
  ],
];

/** Words that say nothing in a request for a list: taken out before looking for what it is about. */
export const listNoise: Phrases = [
  [
    {
      en: "by category|by priority|by date|by due date|by deadline|by name|meant|most|top|two|three|five|through|finish|complete|accomplish|tackle|handle|deal|achieve|attend|take|care|cooking|expecting|remember|say|tell|got|left|thats|whos|free|busy|between|the|my|me|a|an|of|i|have|do|is|are|there|for|on|in|to|that|which|what|whats|all|any|anything|everything|tasks|task|todo|todos|todo list|list|lists|items|item|reminder|reminders|still|left|need|got|with|by|be|should|must|agenda|schedule|plate|it|up|at|from|today|going|things|thing|stuff|coming|happening|due|lined|planned|scheduled|out|see|show|so|far|right|now|current|currently|please|and|was|were|did|am|has|had|supposed|one|ones|only|just|you|can|some|set|tell|get|about|does|how|look|like|looks|been|this|plan|plans|deadlines|deadline|day|whole|entire|full|as|marked|i've|ive|were|us|our|we|who|where|when|next|if|open|happen|your|yet|dos|priority|category|filter|filtered|work items|assignments|chores|errands|give|then|or|not|these|those|them|it's|its|tasks?|done|mine|status|everything i|yes|no|upcoming|remaining|else|more|again|into|sorted|sort|order|ordered|after|before|until",
      ur: "جن|دوبارہ|پھر|بتاؤ|بتا|دکھاؤ|دکھائیں|کس|کسے|تو|پلان|پروگرام|مصروفیت|چل رہا|کچھ|ڈھونڈ کر|نکال کر|جانے|کرنے ہیں|ہوا|ہوئی|نوعیت|کہ|میرے|میرا|میری|کام|کاموں|ٹاسک|ٹاسکس|کی|کا|کے|کو|ہیں|ہے|کیا|کون سے|کون سا|کون سی|کون|سے|سا|سی|فہرست|لسٹ|مجھے|میں|سب|تمام|سارے|ساری|وہ|جو|کرنا|کرنے|ہونے|والے|والا|والی|لیے|کوئی|اور|تک|پر|نے|تھے|تھا|ابھی|اب|صرف|بھی|باقی|رہ|گئے|گیا|رہتے|رہتا|پاس|پاس ہیں|کل|آج|کرنی|اس|ان|یہ|گے|گا|کیے|کیا کیا|ہوئے|چاہیے|دن|پورے|پوری|دیکھنے|بتائیں|ایجنڈا|شیڈول|طے|پلان|نہیں|ذرا|ہوں|ہو|بچے|بچا|سنائیں|مطابق|ترجیح|زمرے|زمرہ",
      roman:
        "jin|jo jo|dobara|phir|hun|batao|bata|bataen|dikhao|dikha|kis|kise|scene|plan|program|masroofiyat|chal raha|hona|rehta|kuch|dhoond ke|dhoond kar|nikal ke|nikal kar|karne hain|hua|hui|maine|mere|mera|meri|kaam|kaamon|task|tasks|taskon|ki|ka|ke|k|ko|hain|hai|h|kya|kia|kaun|kon|konse|konsa|kaunse|se|sa|si|list|fehrist|mujhe|mjhe|mein|me|sab|sabhi|tamam|saare|sari|wo|jo|karna|karne|hone|wale|wala|wali|liye|koi|aur|or|tak|par|pe|ne|the|tha|abhi|ab|sirf|bhi|baqi|reh|gaye|gaya|rehte|rehta|paas|ye|is|us|in|un|karni|kiye|kye|hue|chahiye|din|pore|poore|poori|pura|dekhne|agenda|schedule|plan|todo|todos|hon|ho|bache|nahi|my|all|ga|kuch|kitne|due|priority|category",
    },
    true,
  ],
];
