import type { WordClasses } from "../text/wording";

/**
 * The verbs that make a command of a noun: شامل کرو, add kar do, mukammal ho gaya. Written together
 * or apart, and in as many forms as politeness has.
 */
export const lightVerbs: WordClasses = {
  // do it
  kar: {
    ur: "کرو|کر دو|کردو|کر دیں|کردیں|کریں|کیجیے|کیجئے|کیجیئے|کر دیجیے|کردیجیے|کر دیجئے|کرنا|کر دینا|کردینا|کر لو|کرلو|کر لیں|کرلیں|کر|کر دے|کردے|کرے|کر لینا|کرو نا|کر سکتے ہیں|کر سکتے ہو|کر دیجیۓ|کروا دو|کر دوں|کر دی جائے|کرا دو|کر ڈالو",
    roman:
      "karo|kro|kar do|kardo|krdo|kr do|kar dou|kar dein|kardein|kar den|krden|kar dain|kr den|kr dein|karein|karen|kren|krein|kijiye|kijye|kijiyega|kar dijiye|kardijiye|kar dijye|kar dijiyega|karna|krna|kar dena|kardena|krdena|kr dena|kar lo|karlo|krlo|kr lo|kar lein|kar len|kar|kr|kariye|kariyega|kar de|karde|krde|kr de|karay|kare|kar lena|karlena|krna hai|karo na|kar sakte hain|kar sakte ho|kar sakti ho|kar skte ho|kar skte hain|karwa do|kar dy|krdy|kr dy|kardy|krdain|kardain|kardu|kar du|kar doon|karoo|karden",
  },
  // it has been done
  kiya: {
    ur: "کر لیا|کرلیا|کر لی|کرلی|کر لیے|کر دیا|کردیا|کر دی|کر لیا ہے|کرلیا ہے|کر لی ہے|کر دیا ہے|ہو گیا|ہوگیا|ہو گئی|ہوگئی|ہو گئے|ہوگئے|ہو گیا ہے|ہوگیا ہے|ہو گئی ہے|ہوگئی ہے|ہو چکا|ہو چکا ہے|ہو چکی ہے|کر چکا|کر چکا ہوں|کر چکی ہوں|کر چکے|ہوا|ہو گیا تھا|کیا|ہے",
    roman:
      "kar liya|karliya|krliya|kr liya|kar lia|karlia|krlia|kar li|karli|kar lye|kar diya|kardiya|krdiya|kr diya|kar dia|kardia|krdia|kar di|kar liya hai|karliya hai|kar li hai|karli hai|kar lia hai|kar diya hai|kardiya hai|ho gaya|hogaya|hogya|ho gya|ho gai|hogai|ho gayi|hogayi|ho gaye|hogaye|ho gaya hai|hogaya hai|hogya hai|ho gai hai|hogai hai|ho gayi hai|ho chuka|ho chuka hai|ho chuki hai|kar chuka|kar chuka hun|kar chuki hun|kar chuke|hua|kiya|kia|hai",
  },
  // what is added
  thing: {
    ur: "کام|ٹاسک|نیا کام|ایک کام|ایک نیا کام|نیا ٹاسک|ایک ٹاسک|یہ کام|یہ ٹاسک|ایک اور کام",
    roman:
      "kaam|task|naya kaam|ek kaam|aik kaam|ek naya kaam|naya task|ek task|yeh kaam|ye kaam|ek aur kaam|reminder|ek reminder|todo",
  },
  // give, put: the verbs after a stem such as likh, bana
  do: {
    ur: "دو|دیں|دیجیے|دیجئے|دینا|لو|لیں|لیجیے|لیجئے|لینا|دے",
    roman: "do|dou|dein|den|dain|dijiye|dijye|dijiyega|dena|lo|lein|len|lijiye|lijye|lena|de|dy",
  },
  me: {
    ur: "مجھے|مجھ کو|ہمیں|ہم کو",
    roman: "mujhe|mjhe|mujhay|mujhy|mjhy|mujhko|mujh ko|mjhko|humein|hamein|hamen|humen",
  },
  // make me think of it
  remind: {
    ur: "یاد دلانا|یاد دلاؤ|یاد دلائیں|یاد دلا {do}|یاد دلائیے|یاد دلائیے گا|یاد دلا دیجیے گا|یاد دہانی {kar}|یاد کروانا|یاد کرواؤ|یاد کروائیں|یاد کروا {do}|یاد کرانا|یاد کراؤ|یاد کرا {do}|یاد رکھنا|یاد رکھو|یاد رکھیں|یاد کروا دیجیے گا|ریمائنڈ {kar}",
    roman:
      "yaad dilana|yad dilana|yaad dilao|yaad dila {do}|yaad dilaen|yaad dilayen|yaad dilain|yaad dilaiye|yaad dilaiyega|yaad dila dijiye ga|yaad dilwana|yaad dilwa {do}|yaad dehani {kar}|yaad karwana|yaad karwao|yaad karwaen|yaad karwa {do}|yaad karana|yaad karao|yaad kara {do}|yaad rakhna|yaad rakho|remind {kar}|remind karwana|remind karana|remind karwa {do}|reminder {do}|reminder laga {do}|reminder set {kar}",
  },
};
