/** Words of one meaning, alternatives divided by `|`: English, Urdu script, Roman Urdu. */
export interface Words {
  en?: string;
  ur?: string;
  roman?: string;
}

/**
 * What a phrase of a reply says:
 * - `yes`: yes, by itself and at the head of more
 * - `ok`: yes by itself; with more behind it, it only says that one has listened
 * - `no`: no, and what follows it is a message of its own
 * - `stop`: no where nothing but an object or a pause follows; else the verb of an order ("cancel gym")
 * - `not`: no to what follows it ("don't delete gym", "not gym")
 * - `back`: takes a part of what was said back
 * - `doubt`: neither, whatever is said with it
 * - `hum`: hesitation, a no if nothing else is said
 * - `do`: go ahead with what was asked; `delete`, `complete`, `change`, `undo`: and it was that
 * - `it`: what the question was about; `one`: the one task, `all`: the several tasks that it was about
 * - `filler`: nothing
 */
export type Sense =
  | "yes"
  | "ok"
  | "no"
  | "stop"
  | "not"
  | "back"
  | "doubt"
  | "hum"
  | "do"
  | "delete"
  | "complete"
  | "change"
  | "undo"
  | "it"
  | "one"
  | "all"
  | "filler";

/** The phrases of replies. Letters that are doubled in writing ("yesss", "nooo") need no line. */
export const replyWords: readonly (readonly [Sense, Words])[] = [
  [
    "yes",
    {
      en: "yes|yeah|yea|yeh|yep|yup|yupp|yah|yas|ys|yse|y|aye|uh huh|of course|certainly|definitely|absolutely|affirmative|indeed|agreed|confirm|confirmed|i confirm|approve|approved|i approve|accept|accepted|permission granted|yes i am|yes i do|yes i am sure|yes im sure|i am sure|im sure|sure thing|sure|👍|✅|👌|✔",
      ur: "ہاں|ہاں جی|جی ہاں|جی|جی بالکل|بالکل|ضرور|جی ضرور|بے شک|منظور|منظور ہے|تصدیق|اجازت ہے|یس|کیوں نہیں|ہوں|ہاں ہاں",
      roman:
        "haan|han|haa|ha|hanji|haanji|haan ji|han ji|hn|hnji|ji|jee|ji haan|ji han|jg|g|g haan|bilkul|ji bilkul|zaroor|zarur|ji zaroor|beshak|be shak|manzoor|manzoor hai|ijazat hai|kyun nahi|kyu nahi|kyon nahi|haan haan",
    },
  ],
  [
    "ok",
    {
      en: "ok|okay|okey|oki|okie|k|kk|fine|thats fine|right|thats right|correct|thats correct|alright|all right|sounds good",
      ur: "ٹھیک ہے|ٹھیک|درست|درست ہے|صحیح|صحیح ہے|اوکے|اچھا|اچھا ٹھیک ہے",
      roman:
        "theek hai|theek|thik hai|thik|tk|tek hai|sahi|sahi hai|acha|accha|achha|acha theek hai",
    },
  ],
  [
    "do",
    {
      en: "go ahead|go for it|do it|do that|do so|please do|proceed|make it so",
      ur: "کر دو|کر دیں|کر دیجیے|کر دیجئے|کرو|کریں|کر لو|کر لیں|ہو جائے",
      roman:
        "kar do|kar dein|kar den|kar de|kr do|kr den|kr dein|kr de|kar dijiye|karo|kro|karein|karen|kar lo|kr lo|ho jaye",
    },
  ],
  [
    "delete",
    {
      en: "delete|remove|erase|trash|clear|bin",
      ur: "حذف|حذف کر دو|حذف کر دیں|حذف کرو|حذف کریں|ہٹا دو|ہٹا دیں|ہٹاؤ|مٹا دو|مٹا دیں|ڈیلیٹ|ڈیلیٹ کر دو|ڈیلیٹ کرو|ڈیلیٹ کر دیں",
      roman:
        "delete kar do|delete kr do|delete kardo|delete krdo|delete karo|delete kro|delete kar dein|delete karein|hata do|hatado|hata dein|hatao|mita do|mita dein|hazf kar do|hazaf kar do|uda do",
    },
  ],
  [
    "complete",
    {
      en: "complete|mark done|tick",
      ur: "مکمل|مکمل کر دو|مکمل کر دیں|مکمل کرو|مکمل کریں",
      roman:
        "mukammal kar do|mukamal kar do|mukammal karo|mukammal kar dein|complete kar do|complete karo",
    },
  ],
  [
    "change",
    {
      en: "change|update",
      ur: "بدل دو|بدل دیں|تبدیل کر دو|تبدیل کر دیں",
      roman:
        "badal do|badal dein|tabdeel kar do|change kar do|change karo|update kar do|update karo",
    },
  ],
  [
    "undo",
    {
      en: "undo|undo anyway|revert|take back",
      ur: "واپس کر دو|واپس کر دیں|واپس لے لو|واپس لے لیں",
      roman: "wapas kar do|wapis kar do|wapas le lo|wapis le lo|undo kar do|undo karo",
    },
  ],
  [
    "no",
    {
      en: "no|nope|nah|naw|na|n|noo|nay|no thanks|no thank you|no way|no no|negative|not now|not yet|not really|not at all|not that|not this|not that one|not this one|not those|not these|not it|not them|not all|not all of them|never mind|nevermind|nvm|nm|dont do it|do not do it|dont do that|i dont want to|i do not want to|i dont want that|i changed my mind|changed my mind|i meant|i mean|wrong one|wrong|thats wrong|incorrect|that was wrong|no dont|oops|whoops|my mistake|my bad|hold on|hold up|hang on|hang on a sec|just a sec|just a minute|just a moment|a sec|i didnt mean that|i did not mean that|not what i meant|thats not what i meant|thats not it|wait a second|wait a minute|wait a sec|just a second|one second|one moment|one sec|deny|denied|declined|rejected|👎|❌|🚫|✋|⛔",
      ur: "نہیں|نہ|نا|نو|جی نہیں|نہیں جی|ہرگز نہیں|بالکل نہیں|ابھی نہیں|نہیں شکریہ|نہیں نہیں|یہ نہیں|وہ نہیں|یہ والا نہیں|وہ والا نہیں|یہ والی نہیں|سب نہیں|رہنے دو|رہنے دیں|رہنے دیجیے|رہنے دے|رہنے دیجئے|نہیں رہنے دو|چھوڑو|چھوڑ دو|چھوڑیں|چھوڑ دیں|چھوڑیے|جانے دو|جانے دیں|رکو|رک جاؤ|رکیے|رکیں|ٹھہرو|ٹھہریں|ٹھہریے|ذرا ٹھہرو|ایک منٹ|مت|مت کرو|مت کریں|مت کرنا|نہ کرو|نہ کریں|نہ کرنا|نہیں کرو|نہیں کرنا|نہیں چاہیے|حذف نہ کرو|حذف مت کرو|حذف نہ کریں|حذف نہ کرنا|غلط|غلط والا|غلط والی|غلطی ہو گئی|غلطی سے|میرا مطلب|میرا مطلب ہے|میرا مطلب تھا|ارادہ بدل گیا|منسوخ|منسوخ کرو|منسوخ کر دو|کینسل|کینسل کرو|کینسل کر دو",
      roman:
        "nahi|nahin|nahee|nai|nhi|nhe|nahe|nahein|nein|na|naa|ji nahi|nahi ji|hargiz nahi|bilkul nahi|abhi nahi|abhi nai|nahi shukriya|nahi nahi|ye nahi|yeh nahi|wo nahi|woh nahi|ye wala nahi|yeh wala nahi|wo wala nahi|ye wali nahi|sab nahi|rehne do|rehne dein|rehne den|rahne do|rehne de|rehny do|rhne do|rehnay do|rehne dijiye|nahi rehne do|chhoro|choro|chor do|chhor do|choren|chor den|chhoren|chor dein|jane do|jaane do|ruko|ruk jao|rukiye|rukein|thehro|theher jao|ek minute|ek min|aik minute|mat|mat karo|mat kro|mat karein|mat karna|na karo|na kro|na karein|na karna|nahi karo|nahi karna|nai karo|nhi karo|nahi chahiye|delete mat karo|delete na karo|delete nahi karo|delete nahi karna|ghalat|galat|ghalat wala|galat wala|rehny dain|rehne dain|rukh jao|ruk jaen|ek second|aik second|ek sec|ghalti se|ghalti ho gayi|galti ho gayi|mera matlab|mera matlab hai|mera matlab tha|irada badal gaya|mansookh|mansukh|mansookh kar do|cancel kar do|cancel karo|cancel kr do|khair hai",
    },
  ],
  [
    "stop",
    {
      en: "stop|cancel|abort|skip|reject|decline|wait|leave|keep|forget|pause|nothing|never|later|maybe later|not today|another time|some other time",
      ur: "رکھو|رکھیں|رہے|بعد میں|پھر کبھی",
      roman: "rakho|rakhein|rakh lo|rehne|baad mein|bad mein|phir kabhi",
    },
  ],
  [
    "not",
    {
      en: "not|dont|do not|please dont|dont delete|do not delete|dont remove|do not remove|without",
    },
  ],
  [
    "back",
    {
      en: "but|except|unless|if|only|just|instead|rather",
      ur: "لیکن|مگر|سوائے|اگر|صرف|بس|بجائے|بلکہ",
      roman: "lekin|lakin|magar|siwaye|siwae|agar|sirf|srf|bas|bajaye|balke|balkay",
    },
  ],
  [
    "doubt",
    {
      en: "ha ha|haha|lol|other|another|others|some|maybe|perhaps|possibly|probably|i think|i guess|guess so|i suppose|suppose|not sure|unsure|im not sure|i am not sure|dont know|i dont know|idk|what|which|who|why|how|when|where|later|tomorrow|no problem|no worries|hardly|almost|before that|after that|first|second|last|half|either|or|depends|whatever|you decide|🤔|😕|🤷",
      ur: "شاید|پتا نہیں|پتہ نہیں|معلوم نہیں|سوچنے دو|سوچتا ہوں|سوچتی ہوں|کیا|کون|کون سا|کون سی|کیوں|کب|کیسے|دوسرا|دوسری|دوسرے|پہلا|پہلی|پہلے|بعد میں|کل|کوئی بات نہیں|کوئی مسئلہ نہیں|یا|کچھ|آدھے|میرے خیال میں",
      roman:
        "ha ha|haha|shayad|pata nahi|pta nahi|maloom nahi|sochne do|sochta hun|sochti hun|kya|kia|kaun|kon|kaun sa|konsa|kaunsa|kyun|kab|kaise|doosra|dusra|doosri|dusri|doosre|pehla|pehli|pehle|baad mein|bad mein|kal|koi baat nahi|koi masla nahi|ya|kuch|mere khayal mein",
    },
  ],
  [
    "hum",
    {
      en: "hmm|hm|hmmm|um|umm|uh|uhm|er|erm|let me think|let me think about it|lemme think|lemme see|let me see|well|🙄",
      ur: "ہمم|اممم|مم",
    },
  ],
  [
    "it",
    {
      en: "it|that|this|them|those|these|the tasks|those tasks|these tasks",
      ur: "یہ|وہ|اسے|اس کو|انہیں|ان کو",
      roman: "ye|yeh|wo|woh|isay|ise|isko|is ko|usay|use|usko|us ko|inhein|unhein|inko|unko",
    },
  ],
  [
    "one",
    {
      en: "that one|this one|that task|this task|the task",
      ur: "یہ والا|وہ والا|یہ والی|وہ والی|یہ کام|وہ کام",
      roman: "ye wala|yeh wala|wo wala|woh wala|ye wali|yeh wali|wo wali|ye kaam|wo kaam",
    },
  ],
  [
    "all",
    {
      en: "all|all of it|all of them|everything|both|both of them|all tasks|all the tasks|all of these|all of those",
      ur: "سب|سب کو|سارے|دونوں|دونوں کو|یہ سب",
      roman: "sab|sab ko|sub|saare|sare|dono|donon|dono ko|ye sab|yeh sab",
    },
  ],
  [
    "filler",
    {
      en: "please|pls|plz|plss|kindly|thanks|thank you|thx|ty|karlo|then|now|right now|oh|ah|ooh|so|very|much|very much|sir|madam|man|dude|bro|buddy|friend|actually|honestly|sorry|really|again|too|with it|already|the|i|am|do|task|tasks|number|🙏|🙂|😀|😊|😄|😅|😁|❤",
      ur: "شکریہ|ذرا|پلیز|پھر|تو|بھائی|یار|جناب|ابھی|اب|مہربانی|براہ کرم|ہے|بہت|سر|آپ|ارے|اوہ|اچھا جی|دراصل|اصل میں|معاف کیجیے|سوری|بھی|کو|کام|نمبر",
      roman:
        "shukriya|zara|zra|please|phir|fir|to|toh|bhai|bhaiya|yaar|yar|janab|abhi|ab|meherbani|mehrbani|hai|boss|sir|aap|ap|bohat|are|arre|arey|oho|oh|asal mein|darasal|sorry|maaf kijiye|bhi|ko|kaam|number",
    },
  ],
];

/** Whom or how one addresses, before what is said. */
export const vocatives: Words = {
  en: "bro|man|dude|buddy|sir|madam|friend|please|pls|sorry|karlo",
  ur: "بھائی|یار|جناب|سر|پلیز|سوری",
  roman: "bhai|bhaiya|yaar|yar|janab|boss|please|sorry",
};

/** Words that join another clause to a yes or a no, for the rest to begin behind them. */
export const joints: Words = {
  en: "and|and also|also|and then|then|plus|and please|as well as",
  ur: "اور|اور پھر|پھر|اور ہاں|ساتھ ہی|اور ساتھ",
  roman: "aur|or phir|aur phir|phir|aur haan|sath hi|saath hi|aur sath",
};

/** Verbs that make a clause an order by itself: at its head in English, at its end in Urdu. */
export const orders: Words = {
  en: "add|create|make|put|remind|show|list|tell|give|set|move|schedule|reschedule|mark|complete|finish|rename|change|note|write|find|search|count|plan",
  ur: "شامل کرو|شامل کر دو|شامل کریں|لکھو|لکھ دو|لکھ لو|ڈالو|ڈال دو|دکھاؤ|دکھا دو|دکھائیں|بتاؤ|بتا دو|بتائیں|یاد دلاؤ|یاد دلانا|یاد دلا دینا|بناؤ|بنا دو|رکھ دو|مکمل کرو|مکمل کر دو",
  roman:
    "add karo|add kar do|add kardo|add kr do|add krdo|likho|likh do|likh lo|daalo|daal do|dal do|dikhao|dikha do|dikhaein|batao|bata do|bataein|yaad dilao|yaad dilana|yad dilana|yaad dila dena|banao|bana do|rakh do|mukammal karo|mukammal kar do|shamil karo|shamil kar do",
};
