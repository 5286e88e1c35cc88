/* Words around a time by which it is one, or part of a name. */

const plains = (words: string): ReadonlySet<string> => new Set(words.split(" "));
export const GLUE_BEFORE = plains(
  "of or than between every each except یا ہر har last next third سوا پونے ساڑھے sawa pone sarhe saade",
);
export const ANCHOR = plains("ke k kay se کے سے");
/** Behind these verbs "ke" is "that", and no distance is from what stands before it. */
export const ORDERS = plains(
  "dilana dilao dilwana dilaen dena do den dein dilado yaad hai karna dilaiye dilwao دلانا دلاو دینا",
);
export const EVERY = plains("every each ہر har");
export const GLUE_BEHIND = plains("of or off یا ya th st rd nd");
/** "Aaj wale kaam" are those of today, where the text asks for tasks; else they name a thing. */
export const THOSE_OF = plains("wala wali wale waly والا والی والے");
export const GENITIVE = plains("کا کی کے ka ki ke kay k");
export const PRAYERS = plains("prayer prayers namaz namaaz نماز azan adhan اذان");
export const AFTER_GENITIVE = plains(
  "لیے لیئے لئے liye lie lye liay baad bad waqt time وقت بعد دن din دوران andar اندر",
);
/** "Everything": what stands before is no exception of a time. */
export const ALL = plains("sab sb sabhi baqi baki har سب سبھی باقی ہر");
export const AND = plains("and & + aur or اور , ،");
/** Verbs that open or end an order to add something, and are none of the errand. */
export const ADDING = plains("add create schedule new note شامل shamil");
/** Words for what is due: "today's tasks" are those of today, "today's paper" is a paper. */
export const TASKS = plains(
  "task tasks list lists calendar calender agenda schedule plan plans todo todos reminder reminders stuff things thing items work events appointments meetings errands chores one ones",
);
/** Before these words for tasks they are where something is put. */
export const ONTO = plains("to on onto in into for");
export const DUE = plains("deadline date due");
/** What is more than one of something: days, friends. */
export const COUNTED = /^[a-z]+[^s\W]s$/;
/** Little words that only a name writes with a capital letter. */
export const IN_NAMES = plains("the a an of after before at on in to from for and by until till");
/** Before these 18:10 is a place in a book, and 16:9 how two things are beside each other. */
export const RATIOS = plains(
  "ratio ratios score scores odds verse verses surah sura surat ayat ayah psalm psalms genesis exodus leviticus deuteronomy proverbs isaiah jeremiah romans corinthians galatians ephesians philippians hebrews revelation آیت سورہ سورت",
);
/** Behind these and a name, as in "read John 3:16", too. */
export const READING = plains("read study memorise memorize recite quote");
/** Behind these, and a number, something is measured: "march 8 km". */
export const UNITS = plains(
  "km kms kg kgs g gm gms gram grams mg ml l cm mm ft inch inches mile miles metres meters litre litres liter liters steps cups reps laps sets pages people kilo kilos lakh lac hazar hazaar sau crore gaz feet foot darjan dozen کلو میل کلومیٹر لیٹر ہزار لاکھ سو کروڑ گز فٹ درجن",
);
/** Behind these verbs "from 1 to 10" is between numbers. */
export const NUMBERING = plains("count rate score rank grade number choose guess roll");
/** How ordinals end. */
export const ORDINAL =
  /(?:\d(?:st|nd|rd|th)|first|second|third|[^n]th|دوسر[اےی]|تیسر[اےی]|[td][eo]+sr[aei]|dusr[aei])$/;
/** How the ordinals begin that stand behind a genitive: مہینے کے پہلے, "mahine ke doosre". */
export const WHICH_OF = /^(?:پہل|دوسر|تیسر|چوتھ|اخر|p[ae]+hl|d[uo]+sr|t[ei]+sr|cha?u?o?th|a+khr)/;
/** Symbols that a number counts something as, and those that say it is of a time all the same. */
export const COUNTS = plains("num dec dotted four year date");
export const MEASURES = plains("unit ampm oclock dateword times month");
