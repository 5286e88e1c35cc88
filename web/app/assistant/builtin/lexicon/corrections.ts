import type { Wording } from "../text/wording";

/** What begins a message that takes back a part of what was said before it. */
export const correctionOpenings: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "no leave it|leave it|scratch that|no scratch that|forget that|forget it|no|nope|nah|no no|no wait|wait|wait no|actually|actually no|sorry|no sorry|oops|i mean|i meant|no i mean|no i meant|not that|not that one|no not that|no not that one|not it|not this|not this one|wrong one|wrong|thats wrong|no thats wrong|thats not what i meant|not what i meant|hmm no|correction|rather|or rather|better|on second thought|make that",
      ur: "نہیں رہنے دو|رہنے دو|نہیں رہنے دیں|رہنے دیں|چھوڑیں|چھوڑ دیں|چھوڑ دو|جانے دیں|رہنے دیجیے|چھوڑو|نہیں چھوڑو|نہیں|نہیں نہیں|جی نہیں|نہیں جی|ارے نہیں|میرا مطلب|میرا مطلب تھا|میرا مطلب ہے|نہیں میرا مطلب|نہیں میرا مطلب تھا|معاف کیجیے|معذرت|سوری|بلکہ|نہیں بلکہ|وہ نہیں|یہ نہیں|یہ والا نہیں|وہ والا نہیں|نہیں یہ نہیں|نہیں وہ نہیں|غلط|اوہ نہیں|اصل میں",
      roman:
        "nahi rehne do|rehne do|nahi rehne dein|rehne dein|choren|chor dein|chor do|jane do|rehne dijiye|chhoro|nahi chhoro|nahi|nahi nahi|nai|ji nahi|nahi ji|are nahi|oh nahi|mera matlab|mera matlab tha|mera matlab hai|matlab|nahi mera matlab|nahi mera matlab tha|nahi matlab|maaf kijiye|maazrat|sorry|balke|nahi balke|wo nahi|yeh nahi|ye wala nahi|wo wala nahi|nahi ye nahi|nahi wo nahi|ghalat|galat|asal mein|actually",
    },
    true,
  ],
];

/** What ends one, and the little words around what is meant instead. */
export const correctionNoise: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "and|also|too|instead|please|rather|make it|make that|make|set it to|set to|change it to|change to|it should be|should be|it is|its|for|to|on|at|i meant|i mean|the",
      ur: "یار|بھائی|جی|پلیز|اور|بھی|کو|کر دو|کر دیں|کرو|کریں|کر|والا|والے|ہے|تھا|پر|میں|بجائے|رکھ دو|رکھو|رکھیں|ہونا چاہیے|یعنی|بنا دو",
      roman:
        "yar|yaar|bhai|boss|na|please|aur|bhi|ko|kar do|kar dein|karo|karein|kar|wala|wale|hai|tha|par|pe|mein|instead|rakh do|rakho|hona chahiye|yani|bana do",
    },
    true,
  ],
];

/** The one of two that was not meant before. */
export const otherOne: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "the other one|other one|the other|the other task|other",
      ur: "دوسرا|دوسرا والا|دوسرے والا|دوسری والی|دوسرے کو|دوسرا کام|دوسرے والے کو|وہ دوسرا",
      roman:
        "doosra|doosra wala|doosri wali|doosre ko|doosre wale ko|doosra kaam|wo doosra|other wala",
    },
    true,
  ],
];
