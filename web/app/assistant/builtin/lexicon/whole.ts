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
      en: "wassup|whassup|wazzup|whatsup|heya|hola|hi|hello|hey|hey there|hi there|hello there|good morning|good afternoon|good evening|greetings|yo|hiya|howdy|salam|salaam|assalam o alaikum|assalamualaikum|assalamu alaikum|asalam o alaikum|aoa|hi karlo|hello karlo|hey karlo|good day|morning|sup|whats up",
      ur: "سلام|السلام علیکم|اسلام علیکم|السلام و علیکم|وعلیکم السلام|آداب|ہیلو|ہائے|ہیلو کارلو|صبح بخیر|شام بخیر|سلام کرلو|اسلام و علیکم|سلام عرض ہے",
      roman:
        "salam|salaam alaikum|salamualaikum|assalam o alekum|aslam o alaikum|aslamualaikum|assalam alikum|asalamualaikum|hello|asalam alaikum|aoa|adaab|walaikum assalam|slam|subah bakhair|salam karlo|aslam o alikum",
    },
    "greet",
  ],
  [
    {
      en: "how are you|how r you|how have you been|how are you feeling|are you okay|hows life|hows your day|how is your day|how are you doing|how is it going|hows it going|how are things|how do you do|you good",
      ur: "کیسے ہو|کیسے ہیں|آپ کیسے ہیں|کیا حال ہے|کیا حال ہیں|کیا حال چال ہے|کیسی ہیں آپ|کیسے ہیں آپ|تم کیسے ہو",
      roman:
        "kaise ho|kaise hain|aap kaise hain|kya haal hai|kya haal hain|kya haal chaal|kia haal hai|tum kaise ho|ap kaise ho",
    },
    "how",
  ],
  [
    {
      en: "youre {praise}|you are {praise}|thats {praise}|that is {praise}|that was {praise}|{praise}|thanks|thank you|thank u|thanks a bunch|thanks a million|thanks a ton|thanks heaps|thanks loads|thanks tons|thank you kindly|appreciate it|appreciated|much appreciated|i appreciate it|you are the best|youre the best|you rock|good work|nice work|nice one|excellent|brilliant|wonderful|fantastic|love it|good bot|lovely|that helped|very helpful|thanks a lot|thank you very much|thank you so much|thx|ty|cheers|many thanks|great thanks|ok thanks|okay thanks|perfect thanks|nice|great|awesome|perfect|well done|good job",
      ur: "شکریہ|شکریا|بہت شکریہ|نوازش|بہت نوازش|خوش رہو|خوش رہیں|کمال ہے|کمال کر دیا|واہ|واہ واہ|بہت اچھے|بہت اعلی|زبردست|بہترین|شکر گزار ہوں|ممنون ہوں|جیتے رہو|بہت بہت شکریہ|مہربانی|بڑی مہربانی|جزاک اللہ|آپ کا شکریہ|آپ کا بہت شکریہ|تھینکس|تھینک یو|شاباش|بہت خوب",
      roman:
        "shukriya|bohat shukriya|nawazish|khush raho|khush rahein|kamal hai|kamal kar diya|wah|wah wah|bohat ache|bohat acha|bohot aala|behtareen|mamnoon hun|jeete raho|zabardast yaar|thanku|thanx|bahut shukriya|boht shukriya|bht shukriya|meherbani|mehrbani|bari meherbani|jazakallah|aap ka shukriya|thanks|thank you|thanks yaar|shabash|zabardast|bohat khoob",
    },
    "thanks",
  ],
  [
    {
      en: "bye|goodbye|cya|see ya|see you tomorrow|talk to you later|talk later|ttyl|im off|i am off|thats all|that is all|thats it for now|that will be all|thats it|good bye for now|have a good day|have a nice day|good bye|see you|see you later|good night|goodnight|bye bye|later|take care",
      ur: "خدا حافظ|اللہ حافظ|شب بخیر|بائے|الوداع|پھر ملیں گے",
      roman:
        "khuda hafiz|allah hafiz|shab bakhair|alvida|phir milenge|phir milte hain|allah hafez|bye",
    },
    "bye",
  ],
  [
    {
      en: "help me out|please help me out|what commands do you understand|which commands do you understand|what commands are there|what do you understand|what can i do with you|what should i say|what can i type|what can i write|how can i use you|how should i use you|help|help me|what can i do here|how to use this|how do you work|how does it work|how does karlo work|what can karlo do|what are your features|features|what do you know|what things can you do|what all can you do|show me what you can do|give me examples|examples|example commands|menu|usage|guide me|how do i use karlo|teach me how to use this|i dont know what to say|im lost|i am lost|im confused|i am new here|im new here|what can you do|what can you do for me|what do you do|how do you work|how does this work|how do i use this|how to use|how do i use you|what can i say|what can i ask|commands|show help|what are your commands|what are you able to do|what else can you do|instructions|how can you help|how can you help me|how do i start|how do i add a task|i need help|can you help me|can you help",
      ur: "سمجھ نہیں آئی|سمجھ نہیں آیا|کچھ سمجھ نہیں آیا|کچھ سمجھ نہیں آئی|کچھ نہیں سمجھ آیا|ہیلپ چاہیے|مجھے ہیلپ چاہیے|کیا کیا آتا ہے|کیا آتا ہے|تمہیں کیا کیا آتا ہے|تمہیں کیا آتا ہے|کیسے استعمال کروں|کیسے استعمال کریں|کیسے استعمال ہوتا ہے|مدد|مدد {kar}|میری مدد {kar}|آپ کیا کچھ کر سکتے ہیں|تم کس کام کے ہو|آپ کس کام آتے ہیں|یہ کیا کرتا ہے|مجھے سمجھ نہیں آ رہی|سمجھ نہیں آ رہا|مثالیں {give}|کوئی مثال {give}|طریقہ {give}|کیسے استعمال کرتے ہیں|اسے کیسے استعمال کروں|کیا کیا کر سکتے ہیں|کیا کچھ کر سکتے ہو|مدد کریں|میری مدد کرو|میری مدد کریں|آپ کیا کر سکتے ہیں|تم کیا کر سکتے ہو|آپ کیا کیا کر سکتے ہیں|کیا کر سکتے ہو|کیا کر سکتے ہیں|یہ کیسے کام کرتا ہے|مدد چاہیے|مجھے مدد چاہیے|ہیلپ|آپ میری کیا مدد کر سکتے ہیں|تم کیا کیا کر سکتے ہو",
      roman:
        "samajh nahi aayi|samajh nahi aya|kuch samajh nahi aya|kuch samajh nahi aayi|kuch nahi samajh aya|help chahiye|mujhe help chahiye|kya kya aata hai|kya aata hai|kya kya ata hai|tumhe kya kya aata hai|tumhe kya aata hai|tumhein kya aata hai|madad|madad {kar}|meri madad {kar}|help {kar}|kya kya kar sakte hain|aap kya kuch kar sakte hain|kya kuch kar sakte ho|tum kis kaam ke ho|app kaise chalti hai|kaise chalti hai|kaise chalta hai|kaise kaam karti hai|kaise kaam karta hai|samajh nahi aa rahi|samajh nahi aa raha|kaise use karte hain|kaise istemal karun|kaise istemal karte hain|yeh kaise chalta hai|isko kaise use karun|misaal do|tareeqa batao|tum kya karte ho|aap kya karte hain|madad karein|meri madad karo|meri madad karein|aap kya kar sakte hain|tum kya kar sakte ho|kya kar sakte ho|kya kya kar sakte ho|aap kya kya kar sakte hain|yeh kaise kaam karta hai|kaise use karun|madad chahiye|mujhe madad chahiye|help|help karo|tum kya kya kar sakte ho|aap meri kya madad kar sakte hain",
    },
    "help",
  ],
  [
    {
      en: "what exactly are you|who exactly are you|are you {machine}|are you {machine} or {machine}|so are you {machine}|you are {machine} right|who are you|what is this|whats this|what is this thing|what are you exactly|what kind of bot are you|are you a machine|are you a real person|am i talking to a person|am i talking to a human|am i talking to a bot|is this a bot|is this ai|is this an ai|do you have a name|what should i call you|what do i call you|who am i talking to|are you an assistant|what version are you|which language model are you|do you use openai|do you use chatgpt|what do you run on|what powers you|who is this|what are you|whats your name|what is your name|are you a bot|are you a robot|are you an ai|are you ai|are you human|are you a human|are you real|are you chatgpt|are you gpt|are you an llm|which model are you|what model are you|which model do you use|what model do you use|what model is this|who made you|who built you|are you a person|introduce yourself|tell me about yourself|what is karlo|whats karlo|who is karlo|which ai are you|what llm are you|what ai are you|are you gemini|are you claude|do you need an api key|do you need a key",
      ur: "{you} {being} {be}|{you} {being} {be} یا {being}|آپ کون ہیں|آپ ہیں کون|تم کیا چیز ہو|آپ کیا چیز ہیں|یہ کون ہے|تم ہو کون|یہ کیا چیز ہے|یہ کیا ہے|آپ مشین ہیں|کیا آپ مشین ہیں|تم انسان ہو یا مشین|آپ انسان ہیں یا مشین|کیا آپ اصلی انسان ہیں|کیا آپ اے آئی ہیں|آپ کو کیا کہہ کر بلاؤں|اپنے بارے میں بتائیں|اپنے بارے میں بتاؤ|آپ کس ماڈل پر چلتے ہیں|میں کس سے بات کر رہا ہوں|تم کون ہو|آپ کون ہو|آپ کا نام کیا ہے|تمہارا نام کیا ہے|کیا آپ انسان ہیں|کیا تم انسان ہو|کیا آپ روبوٹ ہیں|کیا تم روبوٹ ہو|آپ کیا ہیں|تم کیا ہو|اپنا تعارف کروائیں|کرلو کیا ہے|آپ کون سا ماڈل ہیں|کون سا ماڈل ہے|کیا آپ چیٹ جی پی ٹی ہیں|اپنا تعارف کراؤ|آپ کو کس نے بنایا",
      roman:
        "{you} {being} {be}|{you} {being} {be} ya {being}|{you} {being} ya {being}|tum asli insan ho|kya tum asli insan ho|aap asli hain|kya aap asli insan hain|tum insan ho kya|aap insan hain kya|tum robot ho kya|tum kya ho bhai|aap kaun hain|tm kon ho|tum kon ho bhai|aap hain kaun|ap ho kon|tum ho kon|yeh kya cheez hai|ye kya hai|aap machine hain|kya aap machine hain|tum insan ho ya robot|tum insan ho ya machine|aap insan hain ya robot|kya tum ai ho|kya tum asli ho|apne bare mein batao|apne bare mein bataen|tum konsa model ho|aap konsa model hain|ye konsa model hai|main kis se baat kar raha hun|tera naam kya hai|tumhara naam kia hai|naam kya hai tumhara|ap ka naam kia hai|aap bot hain|tum bot ho|kya tum bot ho|ap kon hain|aap kon ho|tum kaun ho|tum kon ho|aap ka naam kya hai|tumhara naam kya hai|kya aap insan hain|kya tum insan ho|kya tum robot ho|kya aap robot hain|kya ap ai hain|tum kya ho|aap kya hain|apna taaruf karwao|karlo kya hai|aap kaun sa model hain|konsa model hai|kya tum chatgpt ho|kya aap chatgpt hain",
    },
    "identity",
  ],
  [
    {
      en: "what now|now what|so what now|what else|what else should i do|im bored|i am bored|i have nothing to do|whats the plan|whats the {top} {matter}|what is the {top} {matter}|which is the {top} {matter}|whats my {top} {matter}|what is my {top} {matter}|anything i should do|is there anything i should do|anything to do|anything urgent i should do|what {asked} {start}|what {asked} {start} {order}|where {asked} {start}|where {asked} {start} {order}|which {asked} {start} {order}|which task {asked} {start} {order}|which one {asked} {start} {order}|what should i be getting on with|what should i get on with|what can i get on with|what shall i get on with|what should i do first|what to do next|whats next|what is next|what next|what comes next|what do i do next|what do i do|what shall i do|what shall i do next|where do i start|where should i start|where to start|where to begin|what should i start with|what should i work on|what should i work on next|what should i focus on|what should i tackle|what should i tackle first|what should i tackle next|what should i begin with|what should i be doing|what should i be working on|what can i do next|whats most important|what is most important|whats the most important|most important task|whats the most important task|what is the most important task|whats the most urgent|whats the most urgent task|what is my most urgent task|what is my most important task|whats my next task|what is my next task|whats the next task|next task|my next task|next one to do|suggest a task|suggest something|suggest something to do|pick a task|pick something|pick one|pick a task for me|pick something for me|choose a task for me|give me something to do|i am bored give me something to do|whats my top priority|what is my top priority|plan my day|sort out my day|organise my day|organize my day|help me plan my day|what do you suggest|what do you suggest i do|what do you recommend i do|what do you think i should do|what would you do|what would you do first|what do you think i should start with|what would you suggest|what do you recommend|what deserves my attention|what needs my attention|which task first|which task should i do|which task should i do first|which task should i do next|which one should i do first|which one first|what is more urgent|whats more urgent|prioritise for me|prioritize for me|where do i begin|what is the next thing to do|whats the next thing to do|what is the next thing",
      ur: "{whichkaam} {tackle}|بور ہو رہا ہوں|بور ہو رہی ہوں|کیا کروں|کیا کرنا چاہیے|کیا {kar} چاہیے|اگلا کام|اگلا کام کیا|سب سے ضروری کام|سب سے اہم کام|سب سے ضروری|سب سے اہم|کہاں سے شروع کروں|کس سے شروع کروں|کس کام سے شروع کروں|سب سے پہلے کیا کروں|کون سا کام کروں|کون سا کام پہلے کروں|دن پلان {kar}|کیا کام کروں|کیا کریں|پہلا کام کیا کروں|کس کام پر توجہ دوں|کیا مشورہ ہے|کوئی کام بتاؤ|کوئی کام بتائیں|کوئی کام تجویز {kar}|کون سا کام پہلے کرنا چاہیے|کون سا کام کرنا چاہیے|سب سے پہلے کون سا کام کروں|شروع کہاں سے کروں",
      roman:
        "{whichkaam} {tackle}|bore ho raha hun|bor ho raha hun|bore ho rahi hun|kya karun|kia karun|kya karu|kya karna chahiye|kia karna chahiye|agla kaam|agla task|sab se zaroori kaam|sab se aham kaam|sab se zaroori|sab se aham|kahan se shuru karun|kis se shuru karun|kis kaam se shuru karun|shuru kahan se karun|konsa kaam karun|kaun sa kaam karun|konsa kaam pehle karun|kaun sa kaam pehle karun|konsa task karun|konsa task pehle karun|din plan {kar}|kya kaam karun|kia kaam karun|kya karen|koi kaam batao|koi kaam suggest {kar}|kya mashwara hai|konsa kaam pehle karna chahiye|konsa kaam karna chahiye",
    },
    "next",
  ],
  [
    {
      en: "didnt mean to do that|i didnt mean to do that|didnt mean to|i didnt mean to|didnt mean that|i didnt want that|i didnt want to do that|that wasnt right|thats not right|that isnt right|thats not what i wanted|not what i wanted|put it back the way it was|put everything back|put it back how it was|go back one step|one step back|{undoing} {undone}|bring back the last deleted task|restore the last deleted task|bring back the last task i deleted|bring back the task i deleted|bring back the task i just deleted|restore the task i just deleted|undo|undo that|undo it|undo this|undo last|undo the last one|undo my last|revert|revert that|revert it|revert the last change|take that back|take it back|go back|undo the last change|undo my last change|undo last change|undo last action|undo the last action|undo the last thing|undo what you just did|undo what you did|undo everything you just did|roll that back|roll it back|rollback|put it back|put that back|put them back|restore it|restore that|restore them|bring it back|bring that back|bring them back|that was a mistake|it was a mistake|that was wrong|i made a mistake|i didnt mean that|i did not mean that|i didnt mean to do that|reverse that|reverse it|cancel the last change|cancel the last action|ctrl z|ctrlz|undelete|undelete it|undelete that|restore what i deleted|restore what i just deleted|restore the deleted task|restore deleted task|restore the last deleted task|bring back what i deleted|bring back what i just deleted|bring back the deleted task",
      ur: "یہ غلطی سے ہوا|غلطی سے ہوا|یہ غلطی سے ہو گیا|غلط ہو گیا|یہ غلط ہو گیا|غلط کر دیا|غلطی سے حذف ہو گیا|غلطی سے حذف کر دیا|غلطی سے مکمل ہو گیا|غلطی سے مکمل کر دیا|{back}|واپس {kar}|واپس لو|واپس لے لو|واپس لیں|واپس لے لیں|واپس لے {give}|واپس لاؤ|واپس لائیں|واپس لا {give}|کالعدم {kar}|انڈو|انڈو {kar}|غلطی ہو گئی|غلطی ہو گئی واپس {kar}|غلطی سے ہو گیا|ریورٹ {kar}|پہلے جیسا {kar}|حذف کیا ہوا واپس لاؤ|جو حذف کیا واپس لاؤ|جو حذف کیا وہ واپس لاؤ|جو ابھی حذف کیا واپس لاؤ|جو ہٹایا واپس لاؤ|حذف شدہ کام واپس لاؤ|حذف شدہ کام واپس لائیں|جو ابھی حذف کیا وہ واپس لے آئیں|ڈیلیٹ کیا ہوا کام واپس لاؤ",
      roman:
        "ye ghalti se hua|ghalti se hua|ye ghalti se ho gaya|ghalat ho gaya|ye ghalat ho gaya|galat ho gaya|galat kar diya|ghalti se delete ho gaya|galti se delete ho gaya|ghalti se delete kar diya|galti se delete kar diya|ghalti se complete ho gaya|galti se complete kar diya|{back}|undo|undo {kar}|wapas {kar}|wapis {kar}|wapas lo|wapas le lo|wapis le lo|wapas le {give}|wapas lao|wapis lao|wapas la {give}|wapis la {give}|revert {kar}|reverse {kar}|last wala undo {kar}|pichla undo {kar}|last action undo {kar}|ghalti ho gayi|galti ho gayi|ghalti se ho gaya|galti se ho gaya|ghalti se kar diya|galti se kar diya|pehle jaisa {kar}|jo delete kiya wapas lao|jo delete kiya wo wapas lao|jo abhi delete kiya wapas lao|jo abhi delete kiya wo wapas lao|deleted task wapas lao|delete kiya hua kaam wapas lao|delete wala wapas lao",
    },
    "undo",
  ],
  [
    {
      en: "undo anyway|undo it anyway|undo that anyway|undo this anyway|yes undo|yes undo it|still undo it|force undo|revert anyway",
      ur: "پھر بھی واپس {kar}|پھر بھی واپس لو|پھر بھی واپس لے لو|ہاں واپس {kar}|جی ہاں واپس {kar}",
      roman:
        "phir bhi wapas {kar}|phir bhi wapis {kar}|phir bhi undo {kar}|haan wapas {kar}|haan wapis {kar}|han undo {kar}",
    },
    "undo-anyway",
  ],
];

/** Politeness and address that say nothing about the task, at either end of a message. */
export const politeOpenings: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "alexa|olly|pda|siri|google|ok google|hey google|hey siri|cortana|bixby|assistant|umm|uh|uhh|er|erm|hmmm|we can|we could|i guess we can|can we|could we|shall we|karlo|yo|ugh|argh|oh no|omg|wow|listen|look|man|dude|bro|sis|dude|mate|buddy|btw|fyi|by the way|oh and|oh also|also|i forgot|forgot|oh i forgot|i almost forgot|i keep forgetting|keep forgetting|i always forget|yay|great|nice|cool|fine|sure|yep|yup|hurray|finally|basically|honestly|seriously|good|perfect|ok karlo|please|pls|plz|kindly|can you|could you|would you|will you|can you please|could you please|would you please|would you mind|can u|could u|hey|hi|hello|ok|okay|so|well|and|also|then|now|alright|right|oh|um|yes|yeah|i want you to|i would like you to|id like you to|i need you to|go ahead and|just|dear|hey karlo|ok karlo|actually|let us|lets|you can|next|after that|finally|first of all|assistant|hmm|let me|quickly|im going to|i think|thanks|thank you|sorry",
      ur: "الیکسا|اولی|سری|گوگل|سن|سنو یار|او بھائی|ہائے|اوہ|اف|افوہ|واہ|خیر|ویسے|دیکھو|دیکھیں|دیکھنا|دیکھیے|دیکھیے گا|دیکھ کر|بیٹا|بھائی جان|جناب|براہ کرم|براہ مہربانی|برائے مہربانی|برائے کرم|مہربانی کر کے|مہربانی فرما کر|پلیز|ذرا|زرا|کیا آپ|کیا تم|آپ|اور|پھر|اچھا|ٹھیک ہے|چلو|بھائی|یار|سنو|سنیں|ہاں|جی|اب|بس|ارے|اوکے|سلام|تو|نیز|ساتھ ہی|اس کے بعد|اور ہاں|ابھی",
      roman:
        "sun|sun lo|sunna|suno na|o bhai|oye|oh|uff|ufff|wah|khair|waise|vaise|dekho|dekhein|dekhna|dekhiye|dekhiyega|beta|janab|arey|areh|han|haan ji|yar sun|bhai sun|please|pls|plz|baraye meherbani|baraye mehrbani|meherbani kar ke|mehrbani kar ke|barah e karam|zara|zra|kya aap|kya tum|aap|tum|aur|or|phir|acha|theek hai|chalo|bhai|yaar|yr|suno|sunein|haan|ji|ab|bas|are|ok|okay|to|us ke baad|aur haan|abhi|hey|salam|bhai jan|boss",
    },
    true,
  ],
];

export const politeClosings: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "though|tho|finally|at last|yay|lol|haha|hehe|phew|hurray|woohoo|man|bro|dude|alright|real quick|when you can|if u can|thank u|tysm|thankyou|much appreciated|cheers|by the way|btw|karlo|please|pls|plz|thanks|thank you|thx|for me|ok|okay|now|right now|will you|would you|can you|could you|too|as well|asap please|already|thanks a lot|mate|buddy|if you can|if possible|right away|immediately|same time|the same time|at the same time",
      ur: "میں نے|پلیز|شکریہ|مہربانی|ذرا|یار|بھائی|نا|جی|ابھی|براہ کرم|برائے مہربانی|بھی|ہے نا|اوکے|ٹھیک ہے|گا|مہربانی ہو گی|مجھے|فوراً",
      roman:
        "bro|boss|janab|yara|jani|please na|finally|shukar hai|shukr hai|maine|please|pls|plz|shukriya|meherbani|mehrbani|zara|yaar|yr|bhai|na|ji|abhi|bhi|ok|okay|theek hai|thanks|ga|gay|mujhe|mjhe|muje|mjy|mje|mujhy|mjhy|mujhko|hume|hamein|jaldi se|foran|usi waqt|usi time|same time",
    },
    true,
  ],
];
