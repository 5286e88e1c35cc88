import type { Wording } from "../text/wording";

/** Asking how many; what is counted is read from the rest. */
export const counting: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "how many|count|count my|number of|total number of|how much do i have|how much is left|how many are",
      ur: "کتنے|کتنی|کتنا|گنتی|کل کتنے|کی تعداد|تعداد|گنو|گن کر بتاؤ",
      roman: "kitne|kitni|kitna|ginti|kul kitne|ki tadaad|tadad|gino|gin kar batao|kitny",
    },
    true,
  ],
];

/** Asking for the figures as a whole. */
export const figures: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "stats|statistics|my stats|summary|overview|progress|my progress|how am i doing|how productive|streak|my streak|report card|breakdown|figures|how did i do|task stats|productivity",
      ur: "اعداد و شمار|خلاصہ|شماریات|کارکردگی|پیش رفت|سٹیٹس|اسٹیٹس|رپورٹ دکھاؤ|رپورٹ دیں|رپورٹ چاہیے|میری کارکردگی|رپورٹ دو|حساب کتاب",
      roman:
        "stats|statistics|khulasa|shumariyat|karkardagi|karkardgi|progress|meri progress|summary|adaad o shumar|streak|report dikhao|overall report|report do|report dein|report chahiye|hisab kitab|overview|peshraft",
    },
    true,
  ],
];

/** Asking about a day, without a word for tasks: "what do I have", کیا کیا ہے. */
export const dayQuestions: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "am i free|am i busy|do i have something on|what does my day look like|how busy am i|how does my day look|what do i have|what have i got|what is on|whats on|whats|what is|do i have anything|anything|what about|how about|whats happening|what is happening|whats up|am i free|am i busy|what did i do|what have i done|what am i doing|do i have|is there anything|whats coming up|what is coming up|what have i|what do i need to do|what should i do|what must i do|whats there|what all|what needs to be done|what needs doing|what do i do|what am i supposed to do|what do i have going on|what do i have going|what have i got going|whats going|what do i have on|what do i have to do|what have i got on|do i have something",
      ur: "کیا ہے میرا|میرا کیا ہے|کیا پلان ہے|کیا پروگرام ہے|کیا چل رہا ہے|کیا مصروفیت ہے|کچھ کرنا ہے|کیا رہتا ہے|کیا ہے|کیا کیا ہے|کیا کرنا|کچھ ہے|کیا کیا|کیا رہ گیا|کیا باقی|کیا کروں|مجھے کیا کرنا|کیا ہونا ہے|کیا کرنا تھا|کوئی چیز ہے|کیا ہے میرے پاس|میرے پاس کیا ہے|کیا کچھ ہے",
      roman:
        "kya hai mera|mera kya hai|kia kia hai|kia kia|kya kia hai|kya scene hai|kya plan hai|kya program hai|kya chal raha hai|kya masroofiyat hai|kya kaam hai|kya rehta hai|kya hona hai|kya karna tha|kuch karna hai|kya hai|kya kya hai|kya karna|kuch hai|kya kya|kya kiya|kya reh gaya|kya baqi|kya h|kya karun|mujhe kya karna|kya kuch hai|mere paas kya hai|kia hai",
    },
    true,
  ],
];
