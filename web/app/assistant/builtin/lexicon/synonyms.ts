import { foldRoman, normaliseWord } from "../text/normalise";

/** Words of everyday errands that mean the same in the three forms, a line for each meaning. */
const MEANINGS = `
car gari gaari گاڑی کار
milk doodh دودھ
bread roti nan naan double روٹی بریڈ نان
eggs egg anda anday انڈا انڈے
water pani paani پانی
rice chawal چاول
meat gosht گوشت
chicken murghi مرغی
vegetables vegetable sabzi سبزی
fruit fruits phal پھل
tea chai چائے
medicine medicines meds dawa dawai دوا دوائی
clothes laundry kapre kapray کپڑے
shoes joote جوتے
house home ghar گھر
work office daftar kaam دفتر آفس
health sehat صحت
personal zaati zati ذاتی
study studies parhai taleem پڑھائی تعلیم
shopping sauda soda kharidari khareedari خریداری سودا شاپنگ
family khandan gharwale خاندان فیملی
room kamra کمرہ
shop store dukan dukaan دکان
school iskool سکول اسکول
book books kitab kitabein کتاب کتابیں
exam test imtehan امتحان پیپر
homework assignment اسائنمنٹ
fee fees فیس
rent kiraya کرایہ
bill بل
electricity power light bijli بجلی
gas گیس
money cash paise paisay raqam پیسے رقم
bank بینک
meeting mulaqat میٹنگ ملاقات
appointment اپائنٹمنٹ
call phone ring fone talk speak spoke spoken talked baat کال فون بات
message text paigham میسج پیغام
mail email ای‌میل
letter khat خط
buy get purchase kharidna khareedna lena lana لینا لانا خریدنا
send bhejna بھیجنا
pay dena ada جمع bharna jama بھرنا ادا دینا
wash dhona دھونا dhone dhoni دھونے
clean saaf safai صاف صفائی
cook pakana پکانا
repair fix theek marammat ٹھیک مرمت
read parhna پڑھنا
write likhna لکھنا
doctor daktar ڈاکٹر
dentist daant dant daanton دانتوں دانت ڈینٹسٹ ڈاکٹر
plumber پلمبر
mother mom mum mummy ammi maa امی ماں
father dad abbu abu baba ابو ابا والد
brother bhai بھائی
sister behen baji بہن باجی
birthday salgirah saalgirah سالگرہ
wedding shaadi شادی
trip travel safar سفر
flight plane jahaz فلائٹ
ticket tickets ٹکٹ
passport پاسپورٹ
invoice raseed rasid انوائس رسید
report رپورٹ
form فارم
gym exercise workout warzish جم ورزش
walk sair سیر واک
prayer prayers namaz نماز
cake کیک
gift tohfa تحفہ
guest guests mehman مہمان
tailor darzi درزی
haircut baal بال
plants paudey پودے
submit jama جمع
old purana purani پرانا پرانی
new naya nayi نیا نئی
order mangwana منگوانا آرڈر
`;

const meanings = new Map<string, Set<number>>();
MEANINGS.trim()
  .split("\n")
  .forEach((line, meaning) => {
    for (const word of line.split(" ")) {
      for (const form of formsOf(word))
        meanings.set(form, new Set(meanings.get(form)).add(meaning));
    }
  });

/** Whether two words mean the same, in whatever form each is written. */
export function meansSame(a: string, b: string): boolean {
  const other = new Set(formsOf(b).flatMap((form) => [...(meanings.get(form) ?? [])]));
  return formsOf(a).some((form) => [...(meanings.get(form) ?? [])].some((one) => other.has(one)));
}

function formsOf(word: string): string[] {
  const plain = normaliseWord(word);
  return [...new Set([plain, foldRoman(plain)])];
}
