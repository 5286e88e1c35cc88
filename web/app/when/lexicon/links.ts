/*
 * The little words that hold a time together. Words before what they govern are `on`, `by` …; words
 * behind it, as Urdu has them, begin with `p`.
 */
export const linkWords = `
the 1: the | |
of 1: of, in, ' | |
on 1: on, on a, upon, for, scheduled for, scheduled on, due for, dated | بروز, مورخہ | baroz, on
due 1: due, is due, is due on, are due, due on, due by, due at, due in, deadline, deadline :, deadline is, due date, due date :, due date is, due : | ڈیڈ لائن, آخری تاریخ, آخری تاریخ :, ڈیڈ لائن : | deadline, deadline :, aakhri tareekh, due date, due
by 1: by, on or before, no later than, not later than, by the latest, latest by, at the latest by, not beyond | |
over 1: over | |
in 1: in, during, in exactly, in just, in about, in around, in roughly, in approximately, in approx | |
within 1: within, in the next, within the next, over the next, for the next, in the coming, in less than | آئندہ, اگلے | agle, ainda, aglay
at 1: at, @, ~, at around, at about, around, about, approx, approximately, at approximately, roughly, by around | بوقت, تقریباً, تقریبا, لگ بھگ | taqreeban, lagbhag, taqriban, at
before 1: before, b 4, prior to, ahead of, earlier than | |
after 1: after, past, later than | |
until 1: until, till, til, up until, through, thru, ending, ends, ending on | |
from 1: not before, no earlier than, not earlier than, no sooner than, starting, starting from, starting on, start, beginning, beginning on, as of, since, effective, starts, starts on, begins | |
from 2: from | |
upto 1: to, until, till, til, through, thru, - , – , — | تا | ta~
goal 1: to |  | 
between 1: between | |
and 1: and, &, , and, plus | اور, و, ، اور | aur, or~, ur~
or 1: or, or maybe | یا | ya~
comma 1: , | ، |
slash 1: / | |
dash 1: -, / | |
apos 1: ', ’ | |
early 1: early, late | |
except 1: except, excluding, except for, apart from, but never, other than, skipping, not on, but not on, not in, but not in, not during, but not during, never on, never in | سوائے, ماسوائے | siwaye, siwae, except, siwai
except 2: but, but not, not, minus, besides | |
pexcept 1: | کے علاوہ, کے سوا, چھوڑ کر, کو چھوڑ کر, میں چھوڑ کر, کے ماسوا | ke ilawa, ke siwa, chor kar, chhor kar, ke elawa, k ilawa, ko chor kar, ko chhor kar, mein chor kar, mein chhor kar, ke alawa, k alawa, ke ilava, ke siwae
pbut 1: | مگر, لیکن | magar, lekin, mgr, lkn
pnot 1: | نہیں, کو نہیں, میں نہیں, کے دوران نہیں | nahi, nahin, ko nahi, ko nahin, mein nahi, mein nahin, nhi, ko nhi, mein nhi
for 1: for, for about, lasting, lasts, takes, taking, for around | |
pfor 1: | کے لیے, کے لئے, کیلئے, کیلیے, تک کے لیے | ke liye, k liye, ke lye, ke liay, ke lie, keliye
ka 1: | کا, کی, کے | ka, ki, ke, k~, kay
pko 1: | کو, کو ہی | ko, ko hi
pko 2: | کے دن, والے دن, کے روز, پر | ke din, wale din, ke roz, pe~, par~, pr~, waly din, k din
ptak 1: | تک, تک ہی | tak, tk~, tak hi
pse 1: | سے, سے لے کر, سے شروع, سے شروع ہو کر, سے شروع کر کے | se~, say~, se le kar, se shuru, se shuru ho kar, se shuru kar ke
pbefore 1: | سے پہلے, سے قبل, سے پہلے پہلے | se pehle, se pahle, se qabl, se pehle pehle, se pehlay, say pehle
pafter 1: | کے بعد | ke baad, k baad, kay baad, ke bad, k bad
pin 1: | میں, کے دوران, کے اندر, کے اندر اندر | mein, me~, main~, ke andar, k andar, ke doran, ke dauran, ke andar andar
later 1: later, from now, from today, hence | بعد, کے بعد, میں, بعد میں | baad, bad~, ke baad, k baad, baad mein, mein, me~, main~, k bad
pwithin 1: | کے اندر, کے اندر اندر | ke andar, k andar, ke andar andar
pbetween 1: | کے درمیان, کے بیچ, کے درمیان میں | ke darmiyan, ke beech, ke darmyan, k darmiyan
ago 1: ago | پہلے, قبل | pehle, pahle, pehlay, qabl
push 1: later, late, further, forward, longer, more, further out, later than planned | آگے, اور آگے, مزید, لیٹ, دیر سے | aage, agay, aagay, aur aage, mazeed, late, let~, der se
push -1: earlier, sooner, before, back up, ahead | پیچھے, پہلے, جلدی | peeche, piche, pehle, pehlay, pahle, jaldi
byshift 1: by, back, back by, out, out by, off by, off | |
byshift -1: forward by, forward, up by, ahead by, ahead, up | |
thenext 1: the next, the following, the very next | |
fromnow 1: from now, from today | |
sometime 1: sometime, some time, anytime, any time, at any time, one day, some day, all day, the whole day, at some point, some point | کسی وقت, کسی بھی وقت, سارا دن, پورا دن | kisi waqt, kisi bhi waqt, sara din, poora din, pura din
latest 1: at the latest, latest, at the very latest | |
hence 1: time, ' time, ’ time | |
orso 1: or so | |
pgap 1: | کا وقت, کے وقت, ٹائم | ka waqt, ke waqt
`;
