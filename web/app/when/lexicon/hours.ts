/*
 * Words of hours and parts of the day. Parts: which hour they mean alone is a preference, see
 * `preferences.ts`; events have the hour (in minutes after midnight) by which people mean them.
 */
export const hourWords = `
part morning: | صبح, صبح سویرے, سویرے, صبح صبح, صبح کے وقت | subah, subha, subh, sawere, subah sawere, subah subah, sawairay, subah ke waqt, sabah
part dawn: at dawn, at sunrise | فجر, سحر کے وقت, فجر کے وقت | fajr, fajar
part noon: | دوپہر, دن کے وقت, ظہر, دوپہر کے وقت | dopahar, dupehar, dupeher, dupahar, dopehr, dopehar, dopeher, dophar, duphar, dopaher, dophr, duphr, zuhr, zohar, zuhar, dopeher ke waqt
part afternoon: | سہ پہر, عصر, تیسرے پہر | sehpehar, seh pehar, asr, asar
part evening: at dusk, at sunset | شام, مغرب, شام کے وقت | shaam, sham~, maghrib, magrib, shaam ke waqt, sham ke waqt
part night: at night | رات, عشا, عشاء, رات گئے, رات کے وقت | raat, rat~, isha, raat ke waqt, raat gaye
part midnight: | آدھی رات | aadhi raat, adhi raat
partn morning: morning, morn, early morning, early in the morning | مارننگ | 
partn afternoon: afternoon, aftrnoon, arvo, late afternoon | |
partn evening: evening, eve, early evening, late evening | ایوننگ |
partn night: night, nite, late night, late at night | |
partns morning: mornings, morns | |
partns afternoon: afternoons, arvos | |
partns evening: evenings, eves | |
partns night: nights, nites | |
eachpart night: nightly | |
tonight 1: tonight, late tonight, later tonight, tonights, tonite, 2nite, 2night | |
firstthing night: last thing at night | |
firstthing morning: first thing, first thing in the morning | سب سے پہلے صبح |
named 720: noon, midday, mid day, 12 noon, twelve noon, high noon | |
named 780: lunchtime, lunch time | |
named 480: breakfast time | |
named 1200: dinnertime, dinner time | |
named 1439: midnight, 12 midnight, twelve midnight | |
named 1080: eod, end of day, end of the day, the end of day, the end of the day, cob, close of business, the close of business, end of business, close of play | دن کے آخر, دن کے اختتام | din ke akhir, din ke end
event 480: breakfast | ناشتے, ناشتہ | nashte, nashta
event 780: lunch | دوپہر کے کھانے, لنچ | dopahar ke khane, lunch
event 1200: dinner, supper | رات کے کھانے, ڈنر | raat ke khane, dinner
event 780: zuhr, dhuhr, jumma prayer, friday prayer, friday prayers | نماز ظہر, ظہر کی نماز, جمعے کی نماز, جمعہ کی نماز, نماز جمعہ, ظہر | zuhr ki namaz, jume ki namaz, zuhr, zohar, namaz e juma, jumma ki namaz
event 330: fajr | فجر کی نماز, فجر, نماز فجر | fajr ki namaz, fajr, fajar
event 990: asr | عصر کی نماز, عصر, نماز عصر | asr ki namaz, asr, asar
event 1080: maghrib | مغرب کی نماز, مغرب, نماز مغرب | maghrib ki namaz, maghrib, magrib
event 1200: isha | عشا کی نماز, عشاء کی نماز, عشا, عشاء, نماز عشا, نماز عشاء | isha ki namaz, isha
event 1080: iftar, iftari | افطار, افطاری | iftar, iftari
event 270: suhoor, sehri | سحری | sehri
ampm am: am, a . m ., a . m, a m | اے ایم | am~
ampm pm: pm, p . m ., p . m, p m | پی ایم | pm~
oclock 1: oclock, o clock | بجے, بجہ | baje, bajay, bje, bjy, bajy, bj~, bajey, bajhe, bajeh
minpast 1: past, after | |
minto -1: to, till, before | |
halfpast 30: half past, half - past, half after | |
halfpast 15: quarter past, quarter - past, a quarter past, quarter after | |
halfpast -15: quarter to, quarter - to, a quarter to, quarter till, quarter before | |
bajkar 1: | بج کر, بجکر, بج کے | baj kar, bajkar, baj ke, baj kr
bajne -1: | بجنے میں | bajne mein, bajne me
ishword 1: ish | | 
ke_qareeb 1: | کے قریب, کے لگ بھگ | ke qareeb, ke kareeb, k qareeb
sharp 1: sharp, exactly, on the dot | |
`;
/*
 * The hour that is meant where neither am nor pm is said: the words around it name a span of
 * hours of the day, `from-to`, within which it falls. What `hint` names is at no other hour; what
 * `habit` names may be, where that hour has passed today.
 */
export const hourHints = `
hint 4-11: breakfast, brunch | ناشتہ, ناشتے | nashta, nashte
hint 11-17: lunch | لنچ, دوپہر کا کھانا | lunch
hint 17-24: dinner, supper | ڈنر, رات کا کھانا, عشائیہ | dinner
hint 2-7: suhoor, sehri | سحری, سحر | sehri, sehr
hint 16-20: iftar, iftari | افطار, افطاری | iftar, iftari
habit 6-18: school, college, kindergarten, university, class | سکول, اسکول, کالج, یونیورسٹی | school, skool, college, university
habit 4-12: wake up, wake me up, wake me, waking up, get up, alarm, wake, getting up | اٹھنا, جاگنا, جگانا, مجھے اٹھانا, جگا, الارم | uthna, jagna, jagana, utha dena, utha do, alarm, jaga dena, jagao
hint 3-8: fajr, fajr prayer, tahajjud | فجر, تہجد | fajr, fajar, tahajjud
hint 12-16: zuhr, dhuhr, jummah, jumuah, juma prayer, friday prayer, friday prayers | ظہر, نماز جمعہ, جمعے کی نماز, جمعہ کی نماز | zuhr, zohar, jume ki namaz, jumma ki namaz
hint 15-19: asr | عصر | asr, asar
hint 16-21: maghrib | مغرب | maghrib, magrib
hint 18-24: isha, bedtime, bed, sleep, go to bed, taraweeh | عشا, عشاء, سونا, تراویح | isha, sona~, taraweeh
hint 12-21: namaz, prayer, prayers, salah | نماز | namaz, namaaz
habit 12-20: tea | چائے | chai
hint 18-24: movie, film, party | فلم | film
hint 5-12: sunrise, morning walk | طلوع آفتاب | morning walk
`;
