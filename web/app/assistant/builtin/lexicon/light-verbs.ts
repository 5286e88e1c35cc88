import type { WordClasses } from "../text/wording";

/**
 * The verbs that make a command of a noun: شامل کرو, add kar do, mukammal ho gaya. Written together
 * or apart, and in as many forms as politeness has.
 */
export const lightVerbs: WordClasses = {
  // do it
  kar: {
    ur: "کرو|کر دو|کر دیں|کریں|کیجیے|کیجیئے|کر دیجیے|کرنا|کر دینا|کر لو|کر لیں|کر|کر دے|کرے|کر لینا|کرو نا|کر سکتے ہیں|کر سکتے ہو|کروا دو|کر دوں|کر دی جائے|کرا دو|کر ڈالو",
    roman:
      "maar do|mar do|maro|karo|kero|ker do|kerdo|ker dein|kar do|kar dou|kar dein|karein|kijiye|kijye|kijiyega|kar dijiye|kar dijye|kar dijiyega|karna|kar dena|kar lo|kar lein|kar|kariye|kariyega|kar de|karay|kar lena|karo na|kar sakte hain|kar sakte ho|kar sakti ho|kar sakte hai|kar sakti hain|kar sakti hai|karwa do|kar dy|kardu|kar doon|karoo",
  },
  // it has been done
  kiya: {
    ur: "کر لیا|کر لی|کر لیے|کر دیا|کر دی|کر لیا ہے|کر لی ہے|کر دیا ہے|ہو گیا|ہو گئی|ہو گئے|ہو گیا ہے|ہو گئی ہے|ہو چکا|ہو چکا ہے|ہو چکی ہے|کر چکا|کر چکا ہوں|کر چکی ہوں|کر چکے|ہوا|ہو گیا تھا|کیا|ہے",
    roman:
      "kar liya|kar li|kar lye|kar liye|kar diye|kar diya|kar di|kar liya hai|kar li hai|kar diya hai|ho gaya|hogya|ho gai|ho gaya hai|hogya hai|ho gai hai|ho chuka|ho chuka hai|ho chuki hai|kar chuka|kar chuka hun|kar chuki hun|kar chuke|hua|kiya|hai",
  },
  // what was done, after a stem or alone: ho gaya hai, kara di thi
  act: { ur: "ہو|کر|کروا|کرا", roman: "ho|kar|karwa|kara" },
  past: {
    ur: "گیا|گئی|گئے|دیا|دی|دیے|لیا|لی|لیے|آیا|آئی|آئے|چکا|چکی|چکے",
    roman: "gaya|gayi|gaye|diya|dia|di|diye|liya|lia|li|liye|lye|aya|ayi|aye|chuka|chuki|chuke",
  },
  been: { ur: "ہے|ہیں|تھا|تھی|تھے|ہوں", roman: "hai|hain|tha|thi|the|hun" },
  // what is added
  thing: {
    ur: "میرا کام|میرا نیا کام|یہ بھی|میرے لیے ایک کام|کام|ٹاسک|نیا کام|ایک کام|ایک نیا کام|نیا ٹاسک|ایک ٹاسک|یہ کام|یہ ٹاسک|ایک اور کام",
    roman:
      "mera kaam|mera naya kaam|yeh bhi|ye bhi|mere liye ek kaam|kaam|task|naya kaam|ek kaam|ek naya kaam|naya task|ek task|yeh kaam|ek aur kaam|reminder|ek reminder|todo",
  },
  // give, put: the verbs after a stem such as likh, bana
  do: {
    ur: "دو|دیں|دیجیے|دینا|لو|لیں|لیجیے|لینا|دے|لے|سکتے ہیں|سکتے ہو|سکتی ہیں|سکتی ہو",
    roman:
      "do|dou|dein|dijiye|dijye|dijiyega|dena|lo|lein|lijiye|lijye|lena|de|dy|le|ly|den|dain|sakte|sakte ho|sakte hain|sakte hai|sakti ho|sakti hain|sakti hai",
  },
  // take it back
  back: {
    ur: "کالعدم {kar}|انڈو {kar}|واپس {kar}|واپس لو|واپس لیں|واپس لے {give}|واپس لاؤ|واپس لائیں|واپس لا {give}|واپس لے آؤ|واپس لے آئیں|واپس لیجیے",
    roman:
      "wapas {kar}|wapis {kar}|wapas lo|wapas lein|wapas le {give}|wapis le {give}|wapas lao|wapis lao|wapas la {give}|wapis la {give}|wapas le ao",
  },
  again: {
    ur: "دوبارہ|پھر سے|پھر|واپس|دوبارہ سے",
    roman: "undo {kar}|revert {kar}|dobara|dubara|dubara se|phir se|phir|wapas|wapis|dobara se",
  },
  opened: {
    ur: "کھول {give}|کھولنا|کھولو|کھولیں|کھولیے|اوپن {kar}|شروع {kar}|ایکٹو {kar}|فعال {kar}",
    roman:
      "khol {give}|kholo|kholein|kholna|kholiye|open {kar}|active {kar}|activate {kar}|shuru {kar}",
  },
  inlist: {
    ur: "شاپنگ لسٹ میں|گروسری لسٹ میں|گروسری کی لسٹ میں|سودے کی لسٹ میں|لسٹ میں|فہرست میں|میری لسٹ میں|میری فہرست میں|میرے کاموں میں|کاموں میں",
    roman:
      "shopping list mein|grocery list mein|grocery ki list mein|shopping ki list mein|saude ki list mein|sauda list mein|list mein|list me|meri list mein|meri list me|fehrist mein|mere kaamon mein|mere tasks mein",
  },
  me: {
    ur: "مجھے|مجھ کو|ہمیں|ہم کو",
    roman: "mjy|mje|mujhe|mjhe|mujhy|mjhy|mujhko|mjhko|humein|hamein",
  },
  // make me think of it
  remind: {
    ur: "کا کہہ {give}|یاد دلایا {kar}|نہ بھولوں|بھول نہ جاؤں|بھولوں نہ|یاد رکھیے|یاد رکھیے گا|یاد رکھ {give}|ضرور یاد دلانا|ضرور یاد دلائیں|ضرور یاد کروانا|لازمی یاد دلانا|ریمائنڈر لگا {give}|ریمائنڈر لگاؤ|یاد دلانا|یاد دلاؤ|یاد دلائیں|یاد دلا {give}|یاد دلائیے|یاد دلائیے گا|یاد دلا دیجیے گا|یاد دہانی {kar}|یاد دہانی کرا {give}|یاد دہانی کروا {give}|یاد دہانی کرانا|یاد دہانی کروانا|یاد کروانا|یاد کرواؤ|یاد کروائیں|یاد کروا {give}|یاد کرانا|یاد کراؤ|یاد کرا {give}|بھولنا مت|بھولنا نہیں|بھول نہ جانا|مت بھولنا|یاد رکھنا|یاد رکھو|یاد رکھیں|یاد کروا دیجیے گا|ریمائنڈ {kar}",
    roman:
      "ka keh {give}|yaad dila|yaad kara|yaad dilaya {kar}|na bhoolun|bhool na jaun|bhoolun na|bhulna mat|bhulna nahi|yaad rakhiye|yaad rakhiyega|yaad rakhen|yaad rakh {give}|yaad dilana|yaad dilao|yaad dila {give}|yaad dilaen|yaad dilayen|yaad dilaiye|yaad dilaiyega|yaad dila dijiye ga|yaad dilwana|yaad dilwa {give}|yaad dehani {kar}|yaad dehani kara {give}|yaad dehani karwa {give}|yaad dehani karana|yaad dehani karwana|yaad karwana|yaad karwao|yaad karwaen|yaad karwa {give}|yaad karana|yaad karao|yaad kara {give}|bhoolna mat|bhoolna nahi|bhool na jana|mat bhoolna|yaad rakhna|yaad rakho|remind {kar}|remind karwana|remind karana|remind karwa {give}|reminder {give}|reminder lagao|reminder rakho|zaroor yaad dilana|zaroor yaad karwana|lazmi yaad dilana|reminder laga {give}|reminder set {kar}",
  },
  // the same, and the endings that a stem such as rakh takes by itself: rakho, rakhein, rakhiye
  give: {
    ur: "{do}|و|یں|ئیں|یے|ئیے|یے گا|ئیے گا|یں گے",
    roman: "{do}|o|ein|yein|iye|iyega|ye|aen",
  },
  // asking what we are
  you: { ur: "آپ|تم|کیا آپ|کیا تم", roman: "tum|aap|tm|kya tum|kya aap" },
  being: {
    ur: "کمپیوٹر|پروگرام|انسان|روبوٹ|مشین|اے آئی|بوٹ|اصلی انسان|بندے|آدمی",
    roman: "computer|program|insan|robot|machine|ai|bot|asli insan|real insan|bande|admi|chatgpt",
  },
  be: { ur: "ہیں|ہو", roman: "ho|hain" },
  // it has not been done yet
  yet: { ur: "ابھی|ابھی تک", roman: "abhi|abhi tak" },
  finished: {
    ur: "مکمل|ختم|پورا|پوری|پورے|ڈن|کمپلیٹ",
    roman: "mukammal|khatam|poora|poori|poore|done|complete|finish",
  },
  notdone: {
    ur: "نہیں ہوا|نہیں ہوئی|نہیں ہوئے|نہیں ہوا ہے|نہیں ہوئی ہے|نہیں ہوا تھا|نہیں ہوئی تھی|نہیں کیا|نہیں کی|نہیں کیا ہے|نہیں کی ہے|نہیں کیا تھا|نہیں کی تھی",
    roman:
      "nahi hua|nahi hui|nahi hue|nahi hua hai|nahi hui hai|nahi hua tha|nahi hui thi|nahi kiya|nahi ki|nahi kari|nahi kiya hai|nahi ki hai|nahi kiya tha|nahi ki thi",
  },
  // which task, and what one may do to it
  tackle: {
    ur: "کروں|کریں|نمٹاؤں|شروع کروں|ختم کروں|دیکھوں|مکمل کروں|اٹھاؤں|پکڑوں|کرنا چاہیے|نمٹانا چاہیے|شروع کرنا چاہیے|ختم کرنا چاہیے|مکمل کرنا چاہیے|دیکھنا چاہیے",
    roman:
      "karun|karen|nimtaun|shuru karun|khatam karun|dekhun|mukammal karun|uthaun|pakrun|karna chahiye|nimtana chahiye|shuru karna chahiye|khatam karna chahiye|mukammal karna chahiye|dekhna chahiye",
  },
  whichkaam: {
    ur: "کون سا کام|کون سا ٹاسک|کس کام کو|کیا|کیا کام|کون سا کام پہلے|پہلے کون سا کام|کونسا|پہلے کیا|کیا پہلے",
    roman:
      "konsa kaam|kaun sa kaam|konsa task|kis kaam ko|kya|kya kaam|konsa kaam pehle|konsa task pehle|pehle konsa kaam|konsa|pehle kya|kya pehle",
  },
  // what was done just now
  deed: {
    ur: "حذف|ڈیلیٹ|ہٹایا|مٹایا|نکالا|مکمل|شامل|تبدیل|ختم|ایڈ|بدلا",
    roman:
      "delete|hataya|mitaya|nikala|mukammal|complete|shamil|add|change|tabdeel|khatam|badla|remove|done",
  },
  did: {
    ur: "کیا|کیا تھا|کیا ہے|کر دیا|کر دیا تھا|ہوا|ہوا تھا|ہوا ہے|ہو گیا|تھا|ہے|کی|کی تھی|کیے|کیے تھے",
    roman:
      "kiya|kiya tha|kiya hai|kar diya|kar diya tha|hua|hua tha|hua hai|ho gaya|tha|hai|ki|ki thi|kiye|kiye the",
  },
  lastdeed: {
    ur: "جو ابھی {deed} {did}|جو {deed} {did}|ابھی جو {deed} {did}|ابھی جو کیا|پچھلا عمل|پچھلی تبدیلی|آخری عمل|آخری تبدیلی|پچھلا کام|جو ابھی کیا|جو کیا وہ|جو کیا|جو ابھی کیا وہ",
    roman:
      "jo abhi {deed} {did}|jo {deed} {did}|abhi jo {deed} {did}|abhi jo kiya|abhi jo kiya tha|jo abhi kiya tha|pichla amal|pichli tabdeeli|aakhri amal|aakhri tabdeeli|pichla kaam|last change|last wala|last action|jo abhi kiya|jo kiya wo|jo kiya|jo abhi kiya wo",
  },
};
