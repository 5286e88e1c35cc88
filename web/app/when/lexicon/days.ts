/* Words of days, weeks and months. How a line is written stands in `numbers.ts`. */
export const dayWords = `
rel 0: today, todays, tdy, later today, today later, later on today | آج, آج کے دن, آج ہی | aaj, aj, aaj ke din, aaj hi
rel 1: tomorrow, tmrw, tmr, tommorow, tommorrow, tomorrows, 2morrow, tmw, tomoro, 2moro, 2mrw, tmro, tmoro, tmrrw, tomarrow, tomoz, next day, the next day, following day, the following day | آنے والے کل, آئندہ کل, اگلے دن, اگلے روز | aane wale kal, anay walay kal, agle din, agle roz
rel 2: day after tomorrow, the day after tomorrow, overmorrow | |
rel -1: yesterday, yesterdays | گزشتہ کل, گذشتہ کل, گزرے کل | guzishta kal, guzra kal
rel -2: day before yesterday, the day before yesterday | |
either 1: | کل | kal, kl~
either 2: | پرسوں, پرسو | parson, parso, parsoon, prson, prso, persoon, parsu, parsoo
either 3: | ترسوں, نرسوں | tarson, narson, tarso, narso
wday 1: monday, mondey, munday | پیر, سوموار, منڈے | peer~, pir~, somwar, somvar, somvaar
wday 2: tuesday, tues | منگل, منگلوار | mangal, mangalwar, mangalvar, mangl
wday 3: wednesday, wensday, weds | بدھ, بدھوار | budh, budhwar, budhvar, budhh
wday 4: thursday, thurs | جمعرات, گرووار, ویروار | guruvar, guruwar, veervar, veerwar, brihaspativar, jumerat, jumeraat, jumrat, jumaraat, jummerat, jumayrat, jumme raat, jumairat
wday 5: friday | شکروار, جمعہ, جمعے, جمعۃ المبارک, جمعتہ المبارک | shukravar, shukrawar, shukarwar, shukrvar, juma, jumma, jumay, jumah, jummah, jume, jumme, jumma tul mubarak, jummay
wday 6: saturday, saterday, saturaday | شنیوار, سنیچر, سینچر, ہفتے والے دن, ہفتے کے دن, ہفتہ کے دن | shanivar, shaniwar, sanivar, sanichar, saneechar, hafte wale din, hafte ke din
wday 7: sunday, sundey | اتوار, ایتوار, رویوار | ravivar, raviwar, ravivaar, itwar, atwar, etwar, itvaar, aitwar, itwaar
wkd 1: mon | |
wkd 2: tue | |
wkd 3: wed | |
wkd 4: thu, thur | |
wkd 5: fri | |
wkd 6: sat | |
wkd 7: sun | |
hafta 6: | ہفتہ, ہفتے | hafta, hafte, haftay
wdays 1: mondays | |
wdays 2: tuesdays | |
wdays 3: wednesdays | |
wdays 4: thursdays | |
wdays 5: fridays | |
wdays 6: saturdays | |
wdays 7: sundays | |
month 1: january, jan, jan . | جنوری | janwari, janvari
month 2: february, feb, feb . | فروری | farwari, farvari, febrary
month 3: march, mar, mar . | مارچ | maarch
month 4: april, apr, apr . | اپریل | aprail, aprel
month 5: may | مئی | mayi
month 6: june, jun, jun . | جون | joon
month 7: july, jul, jul . | جولائی, جولائ | julai, joolai, julaai
month 8: august, aug, aug . | اگست | agast, agust
month 9: september, sept, sep, sept ., sep . | ستمبر | sitambar, sitamber, stambar, sitember
month 10: october, oct, oct . | اکتوبر | aktobar, aktober, aktoobar, actobar
month 11: november, nov, nov . | نومبر | nawambar, novambar, navambar, november
month 12: december, dec, dec . | دسمبر | disambar, decembar, disember, dasambar, disamber
feast 1225: christmas, xmas, christmas day | کرسمس | christmas
feast 101: new year, new years, new years day, new year day, the new year | نئے سال | naye saal, new year
feast 1231: new years eve, new year eve | |
feast 1224: christmas eve | |
feast 214: valentines, valentines day, valentine day | |
soon hour: | گھنٹے بعد, گھنٹے بھر بعد, گھنٹے میں | ghante baad, ghante bhar baad, ghante mein
soon week: | ہفتے بعد, ہفتے بھر بعد | hafte baad, hafte bhar baad
soon month: | مہینے بعد, مہینے بھر بعد | mahine baad, mahine bhar baad
unit minute: minute, minutes, min, mins | منٹ, منٹوں | minat, mint~, minute, minutes
unit hour: hour, hours, hr, hrs | گھنٹے, گھنٹہ, گھنٹوں | ghante, ghanta, ghanton, gante, ghantay, ghnte, ghanty, ghantey
unit day: day, days | دن, دنوں, روز, یوم | din, dino, dinon, roz, dinn
unit week: week, weeks, wk, wks | ہفتے, ہفتہ, ہفتوں, ویک | hafte, hafta, hafton, haftay, hafty
unit fortnight: fortnight, fortnights | پندرہ روز |
unit month: month, months | مہینے, مہینہ, مہینا, مہینوں, ماہ | mahine, mahina, maah, mah~, mahinon, maheene, maheena, mahinay, mheene
unit quarter: quarter, quarters | سہ ماہی | seh mahi
unit year: year, years, yr, yrs | سال, سالوں, برس | saal, sal~, baras, saalon~
week 1: week, wk | |
week 2: fortnight | |
weekend 6+7: weekend, weekends | ویک اینڈ, ویکینڈ, ہفتے کے آخر, ہفتے کے اختتام | weekend, hafte ke akhir, hafte ke end
workday 1+2+3+4+5: working day, workday, business day, weekday | کام والے دن, کام کے دن, ورکنگ ڈے, کام کا دن, کاروباری دن | kaam wale din, working day, kaam ke din, kaam ka din
which 0: this, this coming, later this, rest of the, rest of this, the rest of the, the rest of this, coming, the coming, upcoming, the upcoming | اس, اسی, رواں, آنے والے, آنے والی, اس آنے والے | is~, isi, iss~, aane wale, aane wali, anay wale, anay wali
which 1: next, the next, following, the following, nxt | اگلے, اگلا, اگلی, آئندہ, اگلے والے | agle, agla, agli, agley, aglay, ainda, aainda, aglee
which -1: last, past, previous, the last, the past, the previous | پچھلے, پچھلا, پچھلی, گزشتہ, گذشتہ | pichle, pichla, pichli, guzishta, pichhle, pichhla, pichhli
which 2: | اگلے سے اگلے, اگلے سے اگلا, اگلے سے اگلی | agle se agle, agle se agla, agle se agli
afternext 2: after next | | 
edge end: in late, the last day of, the last day of the, last day of, last day of the, at the end of, at end of, at the end of the, towards the end of, end of, the end of, end of the, the end of the, eo | |
edge start: in early, the first day of, the first day of the, first day of, first day of the, at the start of, at the beginning of, at the start of the, at the beginning of the, start of, the start of, beginning of, the beginning of, start of the, beginning of the, early, early - | |
edge mid: in the middle of, in mid, in mid -, middle of, the middle of, middle of the, mid, mid - | |
edgeof end: | کے آخر, کے آخر میں, کے اختتام, کے اختتام پر, کے اینڈ | ke akhir, ke aakhir, ke akhir mein, ke aakhir mein, ke end, ke end mein, k akhir, ke ikhtitam
edgeof start: | کے شروع, کے شروع میں, کے آغاز, کے آغاز میں | ke shuru, ke shuru mein, ke aghaz, ke shuroo
edgeof mid: | کے درمیان, کے وسط, کے بیچ | ke darmiyan, ke beech, ke wast
firstof 1: | پہلی, یکم | pehli, pahli, yakum, yakam
dateword 1: | تاریخ | tareekh, tareek, tarikh, taareekh, tareeq, date~
endof month: eom, month end, monthend, month ends, month's end | |
endof week: eow | |
endof year: eoy, year end, yearend, the year end | |
`;
