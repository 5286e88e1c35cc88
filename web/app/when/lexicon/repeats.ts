/* Words of what happens again and again. How a line is written stands in `numbers.ts`. */
export const repeatWords = `
every 1: every, each, every single, each and every, evry | ہر, ہر ایک | har, hr~, her~, hur~
rhythm DAILY: everyday, every day, each day, every single day, day in day out, once a day, once daily | روز, روزانہ, دن میں ایک بار, ہر روز, ہر دن, روز روز, روزمرہ, ہر روز کا, روز کے روز | rozana, din mein ek baar, har roz, har din, roz roz, roz, hr roz, har rooz, rozaana, rozaanah
rhythm WEEKLY: every week, each week, once a week | ہر ہفتے, ہفتے میں ایک بار, ہر ہفتہ | har hafte, hafte mein ek baar, hafte mein aik dafa, har hafta, har week
rhythm MONTHLY: every month, each month, once a month, once every month | ہر مہینے, مہینے میں ایک بار, ہر ماہ, ہر مہینہ | har mahine, mahine mein ek baar, mahine mein aik dafa, har mahina, har maah, har month
rhythm YEARLY: every year, each year, once a year, annually | ہر سال, سال میں ایک بار | har saal, saal mein ek baar, har sal
rhythm DAILY/2: every other day, alternate days, on alternate days, every alternate day | ایک دن چھوڑ کر, ہر دوسرے دن, ایک روز چھوڑ کر | ek din chor kar, har dusre din, aik din chhor kar, ek din chhor kar, ek din chor ke, aik din chor ke
rhythm WEEKLY/2: every fortnight, once a fortnight, every other week | ایک ہفتہ چھوڑ کر | ek hafta chor kar, ek hafta chhor kar, ek hafta chor ke, aik hafta chor kar
rhythm MONTHLY/3: every quarter, once a quarter | ہر سہ ماہی | har quarter
rhythm WEEKLY/1/MO+TU+WE+TH+FR: weekdays, all weekdays, every weekday, each weekday, on weekdays, every working day, every workday, on workdays, every business day, working days, on working days, workdays | ہر کام والے دن, ہر ورکنگ ڈے, کام والے دنوں میں, کام کے دنوں میں | har working day, weekdays, har weekday, kaam wale dinon mein
rhythm WEEKLY/1/MO+WE+FR: mwf, m / w / f, every m / w / f, every mwf, every m w f | |
rhythm WEEKLY/1/TU+TH: tth, t / th, every t / th, every tth, every tu / th, tu / th | |
rhythm WEEKLY/1/SA+SU: every weekend, on weekends, each weekend, weekends, at weekends | ہر ویک اینڈ, ہر ویک اینڈ پر | har weekend, weekends
adj DAILY: daily | ڈیلی | daily
adj WEEKLY: weekly | ہفتہ وار, ہفتے وار | haftawar, hafta waar, hafte waar
adj MONTHLY: monthly | ماہانہ | mahana, mahaana
adj YEARLY: yearly, annual | سالانہ | salana, saalana
adj WEEKLY/2: biweekly, bi - weekly, bi weekly, fortnightly | پندرہ روزہ |
adj MONTHLY/3: quarterly | سہ ماہی |
adj MONTHLY/2: bimonthly, bi - monthly, bi monthly | |
adj MONTHLY/6: half yearly, half - yearly, semi annually, semi - annually, semiannually, every half year, semi annual | ششماہی |
adj HOURLY: hourly | |
other 2: other, second, alternate | دوسرے, دوسری | dusre, doosre, dosre, dusri
alternate 2: alternate, on alternate | |
times 1: times, x, time | بار, دفعہ, مرتبہ | baar, dafa, martaba, times, dafah
often 2: twice | |
often 3: thrice | |
once 1: once | |
per 1: a, an, per, each, every, in a, times a, / | |
inunit 1: | میں | mein, me~, main~
dayends morning+evening: morning and evening, morning and night, morning and evenings | صبح شام, صبح اور شام, صبح و شام | subah shaam, subah aur shaam, subah sham, subah aur sham
dayends morning+noon+evening: morning noon and night, morning afternoon and evening | صبح دوپہر شام | subah dopahar shaam, subah dopahar sham
forever 1: until further notice, from now on, forever, for ever, indefinitely, without end | ہمیشہ, ہمیشہ کے لیے | hamesha, hamesha ke liye
complete 1: after completion, from completion, after completing it, after completing, after i finish, after i finish it, after finishing, after finishing it, after its done, after it is done, after i complete it, after i complete, once done, after done, after the last one is done, after i am done, after im done, after ive done it, after i do it, after doing it, from when its done, when its done, when done, after being done, since completion, after it is completed, after its completed | مکمل ہونے کے بعد, ختم ہونے کے بعد, مکمل کرنے کے بعد, ختم کرنے کے بعد, ہو جانے کے بعد, کرنے کے بعد, پورا ہونے کے بعد | mukammal hone ke baad, khatam hone ke baad, mukammal karne ke baad, khatam karne ke baad, khatm hone ke baad, complete hone ke baad, complete karne ke baad, ho jane ke baad, khatm karne ke baad, karne ke baad, done hone ke baad
completeof 1: | مکمل ہونے کے, ختم ہونے کے, مکمل کرنے کے, ختم کرنے کے, ہو جانے کے | mukammal hone ke, khatam hone ke, mukammal karne ke, khatam karne ke, complete hone ke, complete karne ke, ho jane ke
`;
