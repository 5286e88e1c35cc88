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

/** What takes back, in the middle of a message, what was said before it. */
export const secondThoughts: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "actually make that|no wait|wait no|scratch that|oh no wait|actually no|no actually|no sorry|sorry no|no i mean|no i meant|i meant|i mean|oops|no make that|no no",
      ur: "نہیں سوری|سوری|نہیں بلکہ|نہیں نہیں|میرا مطلب|میرا مطلب ہے|میرا مطلب تھا|نہیں رکو|معذرت|اوہ نہیں",
      roman:
        "nahi sorry|sorry|nahi balke|nahi nahi|mera matlab|mera matlab hai|mera matlab tha|nahi ruko|are nahi|oh nahi|nahi matlab|no wait|i mean",
    },
    true,
  ],
];
