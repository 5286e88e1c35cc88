import { foldRoman, normaliseWord } from "../text/normalise";
import { errandVerbs } from "./errands";
import { fillVowels, onlyRoman } from "./roman-words";

/** Urdu words that show a sentence's grammar to be Urdu, whatever else is in it. */
const PLAIN_URDU =
  "کو کا کی کے ہے ہیں کرو کریں کردو کر دو دیں میں سے پر نے مجھے میرے میرا میری یہ وہ کیا نہیں ہاں دکھاؤ دکھائیں بتاؤ بتائیں شامل حذف مکمل کام لکھو یاد دلانا دلاؤ کرنا ہو گیا تھا گا گی اور تک لیے ڈالو ہٹاؤ ہٹا آپ تم کتنے کون سا والا والے ٹاسک ایڈ ڈیلیٹ";

export const plainUrduWords: ReadonlySet<string> = new Set(
  PLAIN_URDU.split(" ").map(normaliseWord),
);

/** Roman Urdu words that English does not have. */
const CERTAIN =
  "hogya hogyi hogye hogaya hogayi hogaye krli krliya krdia krdiya kardiya dedo dedein dedena lelo gari gaari dho badha kitna kitni door ghar paani bijli chai bacha bachay bachon ammi ami abbu abu bhai behen dost doston dukaan masjid namaz roti chawal gosht kapray kapre joote safai ustad mehman darwaza sone jaldi shaadi mehenga sasta achay ji ya jeeta hara tm kon hn hun hu mgr magar lekin lkn agar agr phr unka unki hamara hamari hamare tera teri tere bata batana lein dein batain krwa krwao yr sunao mujhe mjhe mujhay mujhko karo kardo krdo kro krna karna karein kren karen kijiye kijye karlo krlo karke hai hain hoon nahi nahin nhi nai kya kia kaun konsa konse kaunsa kaunse kitne kitni kitna kitnay mera meri mere merey apna apni apne tumhara aap dikhao dikha dikhaen dikhayen dikhaiye batao btao bata bataen bataiye kaam kaamon kaun aaj parson parso tarson subah subha subh shaam raat dopahar dopehar baje bajay haan hanji haanji jee shukriya shukria salam salaam assalam alaikum yaad dilana dilao dila dilaen shamil hazaf hazf mukammal mukamal mukmal muqammal poora pura khatam khatm hatao hata mitao mita likho likh daalo daal rakho rakh banao bana liye lena lana jana dena wala wali wale waala aur phir dobara dubara wapas wapis kholo khol pehla pehli pehle dusra doosra doosri teesra aakhri akhri hafte haftay hafta mahine mahina saal roz rozana juma jumma jumay jumme jumerat peer mangal budh itwar agle agla agli aglay pichle pichla gaya gya hogaya hogya hua chahiye chahye zaroori zaruri ahem aham bohat bahut boht bht theek thik acha accha achha tha thi kar kr krne karne kyun kyu kahan kaise kese isay usay usko isko unko inko dono donon sab saare sare saray tamam koi kuch abhi tak taak mein mai khareedna kharidna bulana milna parhna likhna bharna karwana karana bhejna dhona pakana sona jagana uthna parega padega namukammal badal badlo tabdeel tareekh tarikh waqt madad karwao lagao laga nikal nikalo rehne chhoro choro mat zara meherbani mehrbani bhai yaar bhi toh ghar dawai doodh anda sabzi bijli kiraya paisay paise khana fehrist ginti karun karoon kru lo daal bhej khareed khuda hafiz allah zindagi kal kl kaisa ho raha rahi rahe gi ga hon hogi hoga diya dia liya lia krliya karliya chuka chuki chuke kiye kiya baqi baaki keliye ke ki ka ko ne se taareekh mushkil fauri jaldi ruko bilkul zaroor yeh woh hum humein";

/** Words that Roman Urdu shares with English or with names: half as telling. */
const SHARED =
  "ab ka ki ke ko ne se hi ho to do lo ga gi main hum par pe me na jo wo ye is us in aj kal kl mat sab bana bata likh dal hua sona lana tak paise sare rakh daal abhi koi hon acha theek bhai bhi khana ghar bhej raha salam";

const evidence: ReadonlyMap<string, number> = new Map([
  // The words of the commands themselves, unless they are English too.
  ...onlyRoman.flatMap((word) => [[word, 1] as const, [foldRoman(word), 1] as const]),
  ...CERTAIN.split(" ").flatMap((word) => [[word, 2] as const, [foldRoman(word), 2] as const]),
  ...SHARED.split(" ").flatMap((word) => [[word, 1] as const, [foldRoman(word), 1] as const]),
]);

/** Spellings that are too English to say anything, although they sound like Urdu. */
const SILENT = new Set(
  "do to me in is us he par main ho hi pe den then bad are hen men so use sat karlo pay say day way may her pain die lie pie tie".split(
    " ",
  ),
);

/** How strongly a word in Latin letters says that a text is Urdu: 2, 1 or 0. */
export function urduEvidence(word: string): number {
  if (SILENT.has(word)) return 0;
  const exact = evidence.get(word);
  if (exact !== undefined) return exact;
  if (englishWords.has(word) || errandVerbs.has(word)) return 0;
  const known = evidence.get(fillVowels(foldRoman(word)));
  if (known !== undefined) return known;
  // "Dikhado" is dikha and do.
  const stem = word.replace(/(?:do|den|dein|dain|lo|lein|diya|dia|liya|lia|gaya|gya|gayi)$/, "");
  const told = stem === word ? undefined : evidence.get(foldRoman(stem));
  // Of two letters only a verb is one: "krden" is kr and den, "solo" is nothing.
  return stem.length > 2 || told === 2 ? (told ?? 0) : 0;
}

/** Words of English grammar. Verbs such as add, call or delete are at home in Roman Urdu as well. */
const ENGLISH =
  "the a an my me i you your to at on by for of in is are was were be it its that this these those with from and or not what whats which who when where how why does did have has had can could would should will need want tomorrow today tonight yesterday every give tell all any some about much many out off then also just there here they we our us if so but into after before until till hello hey remind everything weather";

export const englishWords: ReadonlySet<string> = new Set(ENGLISH.split(" "));
