/*
 * Words of numbers. A line is `what it is: English | Urdu | Roman Urdu`, words parted by commas;
 * `lexicon.ts` says what the first word of a line means. A word with `~` behind it is read in a
 * text of Roman Urdu only: in English it is another word.
 */
export const numberWords = `
num 1: one | ایک, اک, یکم | ek, aik, ik, yakum, yakam
num 2: two, couple of, a couple of, couple | دو | do~
num 3: three | تین | teen~, tin~
num 4: four | چار | char~, chaar~
num 5: five | پانچ | panch, paanch, panj
num 6: six | چھ, چھے | chhe, chhay, che, chhah, cheh, chay~
num 7: seven | سات | saat, sat~
num 8: eight | آٹھ | aath, ath, aatth
num 9: nine | نو | nau, no~, naw
num 10: ten | دس | das, dus
num 11: eleven | گیارہ | gyarah, giyarah, gayarah, gyara, gyaara, giara, gyaarah
num 12: twelve | بارہ | barah, baarah, bara, baara
num 13: thirteen | تیرہ | terah, tera~
num 14: fourteen | چودہ | chaudah, choda, chodah, chauda
num 15: fifteen | پندرہ | pandrah, pandara, pandra
num 16: sixteen | سولہ | solah, sola
num 17: seventeen | سترہ | satrah, satra
num 18: eighteen | اٹھارہ | atharah, athara, attharah
num 19: nineteen | انیس | unnees, unees, unis
num 20: twenty | بیس | bees, bis
num 21: twenty one | اکیس | ikkees, ikees, ikis
num 22: twenty two | بائیس | baees, bais
num 23: twenty three | تیئس, تئیس | teis, teyis
num 24: twenty four | چوبیس | chaubees, chobis, chobees
num 25: twenty five | پچیس | pachees, pachis
num 26: twenty six | چھبیس | chabbees, chabis
num 27: twenty seven | ستائیس | sattaees, satais
num 28: twenty eight | اٹھائیس | atthaees, athais
num 29: twenty nine | انتیس | untees, untis
num 30: thirty, tees, tis | تیس |
num 31: thirty one | اکتیس | iktees, ikattis, iktis
num 35: thirty five | پینتیس | paintees, paintis
num 40: forty | چالیس | chalees, chalis
num 45: forty five | پینتالیس | paintalees, pentalis
num 50: fifty | پچاس | pachas, pachaas
num 55: fifty five | پچپن | pachpan
num 60: sixty | ساٹھ | saath~, saatth
num 90: ninety | نوے | nawway~
num 100: hundred | سو |
art 1: a, an | |
few 3: a few, few | چند, کچھ | chand~, kuch~
mixed 1.5: one and a half | ڈیڑھ | derh, dedh, dairh, deerh, deirh, dehr
mixed 2.5: two and a half, dhai, dhaai, arhai, dhayi, dhae | ڈھائی, اڑھائی |
frac 30: | ساڑھے, ساڑے | saarhe, sarhe, saadhe, sadhe, saare, sare, saray, saade, sade, sadhay, sarhay
frac 15: | سوا | sawa
frac -15: | پونے | pone, paune, ponay, paunay
half 1: half, half an, half a | آدھا, آدھے, آدھی | aadha, aadhe, adha, adhe, aadhi, adhay, aadhay
quarter 1: quarter of an, a quarter of an, quarter | پاؤ | pao~
andhalf 1: and a half | |
ord 1: first | پہلا, پہلی, پہلے, اول | pehla, pehli, pehle, pahla, pahli, pahle, phela, pehlay
ord 2: second | دوسرا, دوسری, دوسرے | dusra, dusri, dusre, doosra, doosri, doosre, dosra, dosri, dosre, dusray
ord 3: third | تیسرا, تیسری, تیسرے | teesra, teesri, teesre, tesra, tesri, tisre, teesray
ord 4: fourth | چوتھا, چوتھی, چوتھے | chautha, chauthi, chauthe, chotha, chothi, chothe
ord 5: fifth | پانچواں, پانچویں | panchwa, panchwan, panchwi, panchwin, panchwen, paanchwin, paanchwan
ord 6: sixth | چھٹا, چھٹی, چھٹے | chatta, chhata, chhati
ord 7: seventh | ساتواں, ساتویں | satwan, satwin, saatwan, saatwin
ord 8: eighth | آٹھواں, آٹھویں | aathwan, athwin, aathwin
ord 9: ninth | نواں, نویں | nawan, nauwan, nawin
ord 10: tenth | دسواں, دسویں | daswan, daswin
ord 11: eleventh | گیارہویں | gyarhwin
ord 12: twelfth | بارہویں | barhwin
ord 13: thirteenth | |
ord 14: fourteenth | |
ord 15: fifteenth | پندرہویں | pandrahwin
ord 16: sixteenth | |
ord 17: seventeenth | |
ord 18: eighteenth | |
ord 19: nineteenth | |
ord 20: twentieth | بیسویں | beeswin
ord 21: twenty first | |
ord 22: twenty second | |
ord 23: twenty third | |
ord 24: twenty fourth | |
ord 25: twenty fifth | پچیسویں | pacheeswin
ord 26: twenty sixth | |
ord 27: twenty seventh | |
ord 28: twenty eighth | |
ord 29: twenty ninth | |
ord 30: thirtieth | |
ord 31: thirty first | |
ord -1: last, final | آخری | aakhri, akhri, akhiri, aakhiri, last~
ord -2: second last, second to last, penultimate | |
ordend 1: | واں, ویں, وان, وین | wan~, win~
`;
