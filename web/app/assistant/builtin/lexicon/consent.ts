import type { Wording } from "../text/wording";

/** The words of a yes or a no. A filler goes with either and says neither. */
export const consentWords: readonly (readonly [Wording, "yes" | "no" | "filler"])[] = [
  [
    {
      en: "yes|yeah|yep|yup|ya|yah|y|sure|ok|okay|k|of course|certainly|definitely|absolutely|go ahead|do it|please do|confirm|confirmed|approve|approved|approve it|i approve|right|correct|fine|sounds good|yes please|thats right|alright|all right|proceed|yes do it|delete it|go for it|i am sure|im sure|agreed|affirmative|indeed|sure thing|yes go ahead|why not|yes delete it|yes i am|accept|👍",
      ur: "ہاں|جی|جی ہاں|ہاں جی|جی بالکل|بالکل|ٹھیک ہے|ٹھیک|درست|ضرور|کر دو|کر دیں|کرو|کریں|منظور|منظور ہے|اوکے|صحیح|صحیح ہے|یس|کیوں نہیں|جی ضرور|ہاں کر دو|اچھا|ہاں حذف کر دو|جی کر دیں|حذف کر دو|حذف کر دیں|ہٹا دو|ہاں ہاں|بے شک|تصدیق|جی ہاں کر دیں|حذف کرو|ہوں",
      roman:
        "haan|haa|hanji|ji|ji haan|bilkul|ji bilkul|theek hai|theek|tk|zaroor|kar do|kar dein|karo|karein|manzoor|manzoor hai|sahi|sahi hai|kyun nahi|acha|haan kar do|hata do|delete kar do|beshak|hn|hmm haan|hnji|ji kar dein|g|g haan|jg",
    },
    "yes",
  ],
  [
    {
      en: "no|nope|nah|n|never|dont|do not|stop|cancel|cancel it|cancel that|never mind|nevermind|leave it|keep it|no thanks|no thank you|not now|dont do it|do not do it|reject|rejected|reject it|decline|declined|abort|forget it|keep them|no dont|no way|not really|dont delete|dont delete it|do not delete|do not delete it|negative|no keep it|no leave it|hold on|wait no|skip|skip it|deny|i dont want to|i changed my mind|not yet|no way|no stop|👎",
      ur: "نہیں|نہ|جی نہیں|نہیں جی|مت|مت کرو|نہ کرو|نہ کریں|رہنے دو|رہنے دیں|رہنے دیجیے|چھوڑو|چھوڑ دو|چھوڑیں|چھوڑ دیں|منسوخ|ہرگز نہیں|بالکل نہیں|ابھی نہیں|مت کریں|نہیں کرو|نہیں شکریہ|نا|حذف نہ کرو|حذف مت کرو|حذف نہ کریں|رکو|رک جاؤ|رکھو|رہنے دے|نو|کینسل|کینسل کرو|کینسل کر دو|منسوخ کر دو|نہیں کرنا|نہ کرنا|مت کرنا",
      roman:
        "nahi|nahin|nai|nhi|nahe|na|ji nahi|nahi ji|mat|mat karo|na karo|na karein|rehne do|rehne dein|rahne do|rehne de|rehny do|chhoro|chor do|choren|mansookh|hargiz nahi|bilkul nahi|abhi nahi|mat karein|nahi karo|nahi shukriya|delete mat karo|delete na karo|ruko|ruk jao|rakho|nahi karna|mat karna|na karna|cancel kar do|cancel karo|khair hai|nhi karo|nai karo",
    },
    "no",
  ],
  [
    {
      en: "please|thanks|thank you|karlo|that|it|then|now|just|pls|plz|oh|well|this|them|all|all of them|both|very|much|with it|i|am|sir",
      ur: "شکریہ|پلیز|پھر|یہ|اسے|اس کو|بھائی|یار|جناب|ابھی|سب|تو|دونوں|اب|انہیں|ان کو|مہربانی|ہے|بہت|سر|آپ",
      roman:
        "shukriya|please|phir|yeh|isay|isko|bhai|yaar|janab|abhi|sab|to|sir|dono|ab|usay|usko|meherbani|hai|boss|inhein|aap|bohat",
    },
    "filler",
  ],
];
