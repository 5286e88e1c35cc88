import type { Phrases } from "../text/wording";

/** Words for tasks, several or one: they show that a question is about the list. */
export const taskNouns: Phrases = [
  [
    {
      en: "task|tasks|todo|todos|item|items|reminder|reminders|to do|to dos|list|todo list|task list|agenda|schedule|deadlines|deadline|things to do|things|ones|chores|errands|work items|assignments|stuff to do|plate|plan|plans|due|overdue|pending|stuff|event|events|calendar|calender|diary|planner|calendar event|calendar events|entry|entries|calendar entry|alert|alerts",
      ur: "کام|کاموں|ٹاسک|ٹاسکس|ٹاسکوں|فہرست|لسٹ|ایجنڈا|شیڈول|کیلنڈر|کرنا ہے|کرنی ہے|کرنے ہیں|کاموں کی فہرست|باقی|زائد المیعاد|ریمائنڈر|ریمائنڈرز|ریمائنڈروں|یاد دہانی|یاد دہانیاں|یاد دہانیوں|ایونٹ|ایونٹس|اندراج|الرٹ",
      roman:
        "kaam|kaamon|task|tasks|taskon|list|fehrist|agenda|schedule|calendar|karna hai|karni hai|karne hain|pending|overdue|due|todo|todos|baqi|karna h|reminder|reminders|reminder alarm|yaad dehani|yaad dehaniyan|event|events|entry|entries",
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
