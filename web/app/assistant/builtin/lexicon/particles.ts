import { wordSet } from "../text/normalise";
import type { Phrases } from "../text/wording";

/** Behind a noun, they say what it has to do with the rest. */
export const postpositions = wordSet("ko ka ki ke k se ne کو کا کی کے سے نے");

/** Little words of Urdu talk that ask nicely or insist, and say nothing of the task. */
export const particles: Phrases = [
  [
    {
      ur: "جو تھی|جو تھا|جو تھے|ذرا|زرا|یاد سے|پلیز|نا یار|ضرور",
      roman:
        "jo thi|jo tha|jo the|zara|zra|yaad se|please|pls|plz|na yar|na yaar|na bhai|zaroor|lazmi se",
    },
    true,
  ],
];

/** Why something is not wanted any more, or not so soon, behind the command that says so. */
export const unwanted: Phrases = [
  [
    {
      ur: "اب ضرورت نہیں|ضرورت نہیں|ضرورت نہیں رہی|اب ضرورت نہیں رہی|اب ضرورت نہیں ہے|اس کی ضرورت نہیں|اس کی اب ضرورت نہیں|اب نہیں چاہیے|نہیں چاہیے|اب نہیں کرنا|اب نہیں جانا|اب نہیں لینا|اب اتنا ضروری نہیں|اتنا ضروری نہیں|اتنا ضروری نہیں ہے|اب اتنا ضروری نہیں ہے|اتنی جلدی نہیں|جلدی نہیں ہے|کوئی جلدی نہیں",
      roman:
        "ab zaroorat nahi|zaroorat nahi|zaroorat nahi rahi|ab zaroorat nahi rahi|ab zaroorat nahi hai|uski zaroorat nahi|us ki zaroorat nahi|iski zaroorat nahi|is ki zaroorat nahi|iski ab zaroorat nahi|uski ab zaroorat nahi|ab nahi chahiye|nahi chahiye|ab nahi karna|ab nahi jana|ab nahi lena|faltu hai|ab itna zaroori nahi|itna zaroori nahi|itna zaroori nahi hai|ab itna urgent nahi|itna urgent nahi|itna urgent nahi hai|itni jaldi nahi|jaldi nahi hai|koi jaldi nahi|koi jaldi nahi hai",
    },
    true,
  ],
];

/** What is to be done once more. */
export const again: Phrases = [
  [
    {
      en: "again|once more|once again",
      ur: "پھر سے|دوبارہ|دوبارہ سے",
      roman: "phir se|dobara|dobara se|phr se",
    },
    true,
  ],
];

/** In front of what somebody wants to be given or shown: nothing that is to be done. */
export const wanting: Phrases = [
  [
    {
      en: "give me|show me|find me",
      ur: "مجھے بتاؤ|مجھے بتائیں|مجھے دکھاؤ|مجھے دکھائیں",
      roman: "mujhe batao|mujhe bataen|mujhe dikhao|mujhe dikhaen",
    },
    true,
  ],
];

/** Behind words that remind: they stop it. */
export const stopping: Phrases = [
  [
    {
      en: "stop reminding|quit reminding|stop alerting|stop notifying",
      ur: "دلانا بند|کرانا بند|کروانا بند|ریمائنڈ بند|یاد دہانی بند",
      roman: "dilana band|karana band|karwana band|remind band|yaad dehani band",
    },
    true,
  ],
];
