import type { Wording } from "../text/wording";

/** Talk that is not about a task. */
export type Talk =
  | "greet"
  | "thanks"
  | "help"
  | "identity"
  | "next"
  | "undo"
  | "undo-anyway"
  | "bye"
  | "how";

/** Messages that mean something only when they are the whole message. */
export const wholeMessages: readonly (readonly [Wording, Talk])[] = [
  [
    {
      en: "hi|hello|hey|hey there|hi there|hello there|good morning|good afternoon|good evening|greetings|yo|hiya|howdy|salam|salaam|assalam o alaikum|assalamualaikum|assalamu alaikum|asalam o alaikum|aoa|hi karlo|hello karlo|hey karlo|good day|morning|sup|whats up",
      ur: "سلام|السلام علیکم|اسلام علیکم|السلام و علیکم|وعلیکم السلام|آداب|ہیلو|ہائے|ہیلو کارلو|صبح بخیر|شام بخیر|سلام کرلو|سلام کر لو|اسلام و علیکم|سلام عرض ہے",
      roman:
        "salam|salaam|assalam o alaikum|assalam u alaikum|assalamualaikum|assalamu alaikum|asalam o alaikum|asalam alaikum|aoa|adaab|walaikum assalam|slam|subah bakhair|shab bakhair|salam karlo|salam alaikum|aslam o alikum|assalam alaikum",
    },
    "greet",
  ],
  [
    {
      en: "how are you|how are you doing|how is it going|hows it going|how are things|how do you do|you good",
      ur: "کیسے ہو|کیسے ہیں|آپ کیسے ہیں|کیا حال ہے|کیا حال ہیں|کیا حال چال ہے|کیسی ہیں آپ|کیسے ہیں آپ|تم کیسے ہو",
      roman:
        "kaise ho|kese ho|kaisay ho|kaise hain|kese hain|aap kaise hain|ap kese hain|kya haal hai|kya hal hai|kya haal hain|kya haal chaal|kia haal hai|tum kaise ho|ap kaise ho",
    },
    "how",
  ],
  [
    {
      en: "thanks|thank you|thanks a lot|thank you very much|thank you so much|thx|ty|cheers|many thanks|great thanks|ok thanks|okay thanks|perfect thanks|nice|great|awesome|perfect|well done|good job",
      ur: "شکریہ|بہت شکریہ|بہت بہت شکریہ|مہربانی|بڑی مہربانی|جزاک اللہ|آپ کا شکریہ|آپ کا بہت شکریہ|تھینکس|تھینک یو|شاباش|زبردست|بہت خوب",
      roman:
        "shukriya|bohat shukriya|bahut shukriya|boht shukriya|bht shukriya|shukria|meherbani|mehrbani|bari meherbani|jazakallah|jazak allah|aap ka shukriya|thanks|thank you|thanks yaar|shabash|zabardast|bohat khoob",
    },
    "thanks",
  ],
  [
    {
      en: "bye|goodbye|good bye|see you|see you later|good night|goodnight|bye bye|later|take care",
      ur: "خدا حافظ|اللہ حافظ|شب بخیر|بائے|الوداع|پھر ملیں گے",
      roman:
        "khuda hafiz|allah hafiz|shab bakhair|alvida|phir milenge|phir milte hain|allah hafez|bye",
    },
    "bye",
  ],
  [
    {
      en: "help|help me|what can you do|what can you do for me|what do you do|how do you work|how does this work|how do i use this|how to use|how do i use you|what can i say|what can i ask|commands|show help|what are your commands|what are you able to do|what else can you do|instructions|how can you help|how can you help me|how do i start|how do i add a task|i need help|can you help me|can you help",
      ur: "مدد|مدد کرو|مدد کریں|میری مدد کرو|میری مدد کریں|آپ کیا کر سکتے ہیں|تم کیا کر سکتے ہو|آپ کیا کیا کر سکتے ہیں|کیا کر سکتے ہو|کیا کر سکتے ہیں|یہ کیسے کام کرتا ہے|کیسے استعمال کروں|مدد چاہیے|مجھے مدد چاہیے|ہیلپ|آپ میری کیا مدد کر سکتے ہیں|تم کیا کیا کر سکتے ہو",
      roman:
        "madad|madad karo|madad karein|meri madad karo|meri madad karein|aap kya kar sakte hain|ap kya kar sakte hain|ap kya kr skte hain|tum kya kar sakte ho|tum kya kr skte ho|kya kar sakte ho|kya kya kar sakte ho|aap kya kya kar sakte hain|yeh kaise kaam karta hai|ye kese kaam karta hai|kaise use karun|kese use karun|madad chahiye|mujhe madad chahiye|help|help karo|tum kya kya kar sakte ho|aap meri kya madad kar sakte hain",
    },
    "help",
  ],
  [
    {
      en: "who are you|what are you|whats your name|what is your name|are you a bot|are you a robot|are you an ai|are you ai|are you human|are you a human|are you real|are you chatgpt|are you gpt|are you an llm|which model are you|what model are you|which model do you use|what model do you use|what model is this|who made you|who built you|are you a person|introduce yourself|tell me about yourself|what is karlo|whats karlo|who is karlo|which ai are you|what llm are you|what ai are you|are you gemini|are you claude|do you need an api key|do you need a key",
      ur: "آپ کون ہیں|تم کون ہو|آپ کون ہو|آپ کا نام کیا ہے|تمہارا نام کیا ہے|کیا آپ انسان ہیں|کیا تم انسان ہو|کیا آپ روبوٹ ہیں|کیا تم روبوٹ ہو|آپ کیا ہیں|تم کیا ہو|اپنا تعارف کروائیں|کرلو کیا ہے|کر لو کیا ہے|آپ کون سا ماڈل ہیں|کون سا ماڈل ہے|کیا آپ چیٹ جی پی ٹی ہیں|اپنا تعارف کراؤ|آپ کو کس نے بنایا",
      roman:
        "aap kaun hain|ap kon hain|ap kaun hain|aap kon hain|aap kon ho|ap kon ho|tum kaun ho|tum kon ho|aap ka naam kya hai|ap ka naam kya hai|tumhara naam kya hai|apka naam kya hai|kya aap insan hain|kya tum insan ho|kya tum robot ho|kya aap robot hain|kya ap ai hain|tum kya ho|aap kya hain|apna taaruf karwao|karlo kya hai|aap kaun sa model hain|konsa model hai|kya tum chatgpt ho|kya aap chatgpt hain",
    },
    "identity",
  ],
  [
    {
      en: "what should i do next|what should i do|what should i do now|what should i do first|whats next|what is next|what now|what do i do now|what do i do next|what to do next|where do i start|where should i start|what should i start with|what should i work on|what should i work on next|what should i work on now|what should i focus on|what should i focus on today|whats most important|what is most important|whats the most important task|whats the most urgent|whats my next task|what is my next task|next task|my next task|suggest a task|suggest something to do|what shall i do next|what shall i do|what should i tackle first|what should i tackle next|what comes next|whats my top priority|what is my top priority|what should i be doing|plan my day|help me plan my day|what do you suggest|what should i do today|what next",
      ur: "اب کیا کروں|اب میں کیا کروں|پہلے کیا کروں|آگے کیا کروں|مجھے اب کیا کرنا چاہیے|مجھے پہلے کیا کرنا چاہیے|اب کیا کرنا چاہیے|اگلا کام کیا ہے|اگلا کام بتاؤ|اگلا کام بتائیں|اگلا کام کون سا ہے|سب سے ضروری کام کیا ہے|سب سے اہم کام کیا ہے|سب سے اہم کام کون سا ہے|سب سے ضروری کام کون سا ہے|میں کیا کروں|کیا کروں|کہاں سے شروع کروں|کس کام سے شروع کروں|سب سے پہلے کیا کروں|میرا اگلا کام کیا ہے|اب کون سا کام کروں|کون سا کام کروں|پہلے کون سا کام کروں|میرا دن پلان کرو|اگلا کام",
      roman:
        "ab kya karun|ab kya karoon|ab kia karun|ab kya kru|ab main kya karun|ab mai kya karun|pehle kya karun|pehle kia karun|aage kya karun|agay kya karun|mujhe ab kya karna chahiye|mujhe pehle kya karna chahiye|ab kya karna chahiye|agla kaam kya hai|agla kaam batao|agla kaam konsa hai|agla kaam kaun sa hai|sab se zaroori kaam kya hai|sab se aham kaam kya hai|sabse zaroori kaam kya hai|sabse zaroori kaam konsa hai|sab se zaroori kaam konsa hai|kya karun|kya karoon|kia karun|main kya karun|kahan se shuru karun|kis kaam se shuru karun|sab se pehle kya karun|mera agla kaam kya hai|ab konsa kaam karun|konsa kaam karun|pehle konsa kaam karun|ab kaun sa kaam karun|agla kaam",
    },
    "next",
  ],
  [
    {
      en: "undo|undo that|undo it|undo this|undo last|undo the last one|undo please|revert|revert that|revert it|take that back|take it back|go back|undo the last change|undo my last change|undo last change|undo last action|undo the last action|roll that back|put it back|restore it|bring it back|oops undo",
      ur: "واپس کرو|واپس کر دو|واپس لو|واپس لے لو|واپس لیں|کالعدم کرو|انڈو|انڈو کرو|انڈو کر دو|یہ واپس کرو|پچھلا عمل واپس کرو|اسے واپس کرو|اسے واپس لاؤ|اس کو واپس کرو|جو ابھی کیا واپس کرو|واپس کر دیں|واپس کیجیے",
      roman:
        "undo|undo karo|undo kar do|undo kardo|undo krdo|wapas karo|wapis karo|wapas kar do|wapis kar do|wapas le lo|wapis le lo|isay wapas karo|ise wapas karo|isko wapas karo|usay wapas lao|pichla amal wapas karo|jo abhi kiya wapas karo|undo kr do",
    },
    "undo",
  ],
  [
    {
      en: "undo anyway|undo it anyway|undo that anyway|undo this anyway|yes undo anyway|yes undo|yes undo it|still undo it|force undo|revert anyway",
      ur: "پھر بھی واپس کرو|پھر بھی واپس کر دو|پھر بھی واپس لو|پھر بھی واپس لے لو|پھر بھی واپس کیجیے|ہاں واپس کر دو|جی ہاں واپس کر دیں",
      roman:
        "phir bhi wapas karo|phir bhi wapas kar do|phir bhi wapis karo|phir bhi wapis kar do|phir bhi undo karo|phir bhi undo kar do|haan wapas kar do|haan wapis kar do|han undo kar do",
    },
    "undo-anyway",
  ],
];

/** Politeness and address that say nothing about the task, at either end of a message. */
export const politeOpenings: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "please|pls|plz|kindly|can you|could you|would you|will you|can you please|could you please|would you please|would you mind|can u|could u|hey|hi|hello|ok|okay|so|well|and|also|then|now|alright|right|oh|um|yes|yeah|i want you to|i would like you to|id like you to|i need you to|go ahead and|just|karlo|dear|hey karlo|ok karlo|actually|let us|lets|you can|next|after that|finally|first of all|assistant|hmm|let me|quickly|im going to|i think|thanks|thank you|sorry",
      ur: "براہ کرم|براہ مہربانی|برائے مہربانی|برائے کرم|مہربانی کر کے|مہربانی فرما کر|مہربانی کرکے|پلیز|ذرا|زرا|کیا آپ|کیا تم|آپ|اور|پھر|اچھا|ٹھیک ہے|چلو|بھائی|یار|سنو|سنیں|ہاں|جی|اب|بس|ارے|اوکے|سلام|تو|نیز|ساتھ ہی|اس کے بعد|اور ہاں|ابھی",
      roman:
        "please|pls|plz|baraye meherbani|baraye mehrbani|meherbani kar ke|mehrbani kar ke|meherbani karke|barah e karam|zara|zra|kya aap|kya tum|kya ap|aap|ap|tum|aur|or|phir|acha|achha|theek hai|thik hai|chalo|bhai|yaar|yar|yr|suno|sunein|haan|han|ji|ab|bas|are|arey|ok|okay|karlo|to|us ke baad|aur haan|abhi|hey|salam|bhai jan|boss",
    },
    true,
  ],
];

export const politeClosings: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "please|pls|plz|thanks|thank you|thx|for me|ok|okay|now|right now|will you|would you|can you|could you|too|as well|asap please|karlo|already|thanks a lot|mate|buddy|if you can|if possible|right away|immediately",
      ur: "پلیز|شکریہ|مہربانی|ذرا|یار|بھائی|نا|جی|ابھی|براہ کرم|برائے مہربانی|بھی|ہے نا|اوکے|ٹھیک ہے|گا|مہربانی ہو گی|مہربانی ہوگی|مجھے|فوراً",
      roman:
        "please|pls|plz|shukriya|meherbani|mehrbani|zara|yaar|yar|yr|bhai|na|naa|ji|abhi|bhi|ok|okay|theek hai|thanks|ga|gay|mujhe|mjhe|jaldi se|foran",
    },
    true,
  ],
];
