/*
 * What is no time although its words are: names, things that have numbers, and the words beside
 * which a number or a weekday belongs to a thing.
 */

/** Names with words of time in them. */
export const names = `
black friday, good friday, cyber monday, super bowl sunday, sunday times, daily mail, daily telegraph, daily mirror, daily express, daily star, daily planet, daily show, daily dawn,
monday night football, friday night lights, saturday night live, saturday night fever, freaky friday, man friday, ash wednesday, palm sunday, easter sunday, maundy thursday, pancake tuesday, giving tuesday, taco tuesday, casual friday, throwback thursday,
parents evening, parent evening, parents evenings, open evening, quiz night, movie night, game night, games night, date night, girls night, night out, sunday roast, sunday school, sunday best, sunday lunch club, wednesday addams, ruby tuesday, big ben, second hand, first class, first aid, first name, last name, second floor, third party, second opinion, first draft, last minute, first lady,
last will, last mile, day care, day job, day off, night shift, night owl, night suit, morning star, good morning, good night, good evening, good afternoon, good day, sunset boulevard,
may day, march past, april fool, april fools, october fest, may allah, may be, sun cream, sun screen, sun glasses, sun flower, sun block, sat nav, sat exam, second world war, first world war,
birth day, new year resolution, new year resolutions, new year cards, happy new year, merry christmas, boxing day, mothers day, fathers day, teachers day, independence day,
9 / 11, 9/11, 7 - 11, 7/11, 24/7, 24 / 7, 50/50, 7 eleven, seven eleven, catch 22, area 51, forever 21, level 42, blink 182, matchbox 20,
the day after tomorrow movie, tomorrow land, tomorrow never dies, yesterday movie, edge of tomorrow, midnight cowboy, midnight express, midnight oil, midnight mass, midnight snack, midnight in paris, midnight sun, midnight library, midnight blue, blue monday, manic monday, lazy sunday, bloody sunday, high noon film,
peer review, peer group, peer pressure, peer to peer, rush hour, happy hour, office hours, working hours, opening hours, day trip, week end sale,
every day heroes, 5 star, five star, 4 star, four star, 3 star, next door, next step, next steps, next of kin, next level, last week tonight, weekend bag, minute book, minutes of meeting, meeting minutes,
اتوار بازار, جمعہ بازار, منگل بازار, منگل سوتر, روزانہ ایکسپریس, بدھ بازار, سستا بازار, جمعرات بازار, پیر بازار, ہفتہ بازار, پیر صاحب, پیر بابا, پیر جی, پیر ودھائی, صبح بخیر, شب بخیر, شام بخیر, شب برات, روزنامہ, روز مرہ, سال گرہ, سالگرہ, چاند رات, مہندی کی رات, جمعہ مبارک, جمعہ خان, بدھ مت, بدھ مذہب, نو روز, آج ٹی وی, آج نیوز, کل وقتی, دن رات, رات دن, عید کا دن, آج کل, روز گار,
`;

/** Names in Roman Urdu, by their sound. */
export const romanNames = `
itwar bazar, itwar bazaar, juma bazar, juma bazaar, jumma bazar, jumma bazaar, sunday bazar, sunday bazaar, friday bazaar, friday market, sunday market, mangal bazar, mangal bazaar, budh bazar, budh bazaar, peer sahab, peer sahib, peer baba, peer ji, shab e barat, chand raat, chaand raat, subah bakhair, shab bakhair, juma mubarak, jumma mubarak, jumma khan, juma khan, aaj news, aaj tv, aaj kal, aajkal, din raat, raat din, roz mara, peer wadhai, mangal pandey, mangal sutra, mangal sutar, rozana express, rozana jang, mangal dada
`;

/** What stands before a number that counts or names something: "chapter 5", "Rs. 5.50". */
export const numbered = `
rs, rs., pkr, usd, gbp, eur, aed, sar, $, £, €, ₨, rupees, rupee, dollars, version, ver, v, ver., release, chapter, chapters, episodes, sections, lessons, verses, levels, rooms, questions, exercises, problems, versions, seasons, volumes, ch, ch., section, sec., page, pages, pg, p., no, no., number, nr, #, part, item, items, step, task, tasks, todo, room, gate, platform, flight, bus, route, level, grade, class, unit, lesson, episode, ep, season, volume, vol, vol., issue, bug, ticket, exercise, question, q, problem, figure, fig, table, line, lines, row, column, floor, block, sector, phase, house, plot, apartment, flat, shop, building, street, road, article, verse, surah, ayat, ayah, juz, para, psalm, score, size, width, height, weight, channel, model, windows, ios, android, iphone, python, node, java, usb, ch#, box, tier, round, group, team, seat, track, test, assignment, quiz, psi, pin, code, account, ratio, ratios, scores, genesis, sura, psalm, odds, nr., mark, type, pack, packs, set, sets, over, psalms, highway, route, exit, terminal, bay, ward,
روپے, روپیہ, باب, صفحہ, صفحے, نمبر, سبق, سورت, سورہ, پارہ, آیت, کمرہ, ورژن, قسط, گلی, مکان, پلاٹ, سیکٹر, بلاک, فیز, کام, ٹاسک, سوال, مشق, حصہ, جلد, فلیٹ, دکان, پرواز, ڈالر,
rupay, rupaye, rupe, baab, safha, nambar, sabaq, surat, kamra, qist, gali, makan, sawal, mashq, hissa, jild, dukan, kaam
`;

/** Before these a weekday or an hour is that of the thing: "the", "my", "about". */
export const determiners = `
the, a, an, my, our, your, his, her, their, its, that, these, those, some, any, no, old, new, whole, about, regarding, re, of, than, called, named, titled, like, with, via, per, said, ali's, every one's, no., on about
`;

/** Words beside a time that carry no thing of their own: after them, or before them, a time is free. */
export const functionWords = `
to, at, on, in, by, from, for, with, and, but, or, so, then, please, pls, plz, thanks, thank, about, until, till, before, after, of, off, over, under, up, down, out, into, onto, via, per, as, if, when, while, because, since, though, is, are, was, were, be, been, am, will, would, shall, should, can, could, now, then, actually, maybe, rather, already, still, together, afterwards, perhaps, probably, possibly, definitely, hopefully, tbh, lol, sorry, really, btw, fyi, either, anyway, onwards, may, might, must, i, im, ive, ill, id, weve, were, well, theyre, hes, shes, we, you, he, she, it, they, me, us, him, them, not, also, too, again, instead, only, just, that, this, this, which, who, there, here, the, a, an, my, our, your, his, her, their, its, must, need, have, has, had, do, does, did, done, due, starting, ending, everyone, tho, ok, okay, urgent, asap, high, low, medium, priority, remind, reminder, every, each, except, unless, regarding, re, without, near, around, through, during, w/, w, vs,
کو, کا, کی, کے, سے, میں, پر, تک, نے, اور, یا, لیکن, مگر, تو, بھی, ہی, ہے, ہیں, تھا, تھی, ہوں, ہو, گا, گی, گے, کہ, مجھے, مجھ, ہمیں, میں, میرا, میری, میرے, براہ, پلیز, ضرور, لازمی, یاد, ایک, سب, والا, والی, والے, نہیں, مت, کیا, کون, جو, جب, اگر, لیے, بعد, پہلے, ساتھ, ہم, وہ, یہ, آپ,
ko, ka, ki, ke, se, mein, me, par, pe, tak, ne, aur, ya, lekin, magar, to, bhi, hi, hai, hain, hy, h, tha, thi, hoon, ho, ga, gi, ge, k, mujhe, mujhay, hamein, mera, meri, mere, zaroor, lazmi, yaad, yad, ek, aik, sab, wala, wali, wale, nahi, mat, kya, jo, jab, agar, liye, baad, pehle, sath, saath, hum, wo, ye, yeh, aap
`;

/** Verbs with which an errand begins; what stands behind a time and begins so is not its noun. */
export const verbs = `
accept, add, answer, apply, arrange, ask, assemble, attend, backup, bake, bathe, bill, blog, book, borrow, bring, browse, brush, build, buy, call, cancel, change, charge, chase, check, clean, clear, climb, close, code, collect, compare, compile, complete, confirm, congratulate, contact, cook, copy, cut, debug, decide, declutter, decorate, defrost, deliver, deploy, deposit, discuss, download, draw, drive, drop, drink, dust, eat, edit, email, empty, enroll, exchange, exercise, explore, feed, fetch, fill, find, finalise, finalize, finish, fix, fold, follow, forward, gather, get, give, go, google, grab, greet, grill, hand, hang, help, hire, hoover, install, interview, investigate, invite, iron, jog, join, journal, kick, learn, leave, lend, listen, look, mail, make, measure, meditate, meet, memorise, mend, message, mop, mow, move, negotiate, notify, obtain, open, order, organise, organize, pack, paint, park, patch, pay, phone, pick, ping, plan, plant, polish, postpone, practice, practise, pray, prepare, print, proofread, publish, purchase, push, put, quit, read, rebook, recharge, recite, record, recycle, refactor, refill, refund, register, rehearse, remove, rename, renew, rent, repair, repay, repeat, replace, reply, reschedule, research, reserve, respond, restart, restock, return, review, revise, revisit, ring, rinse, run, save, scan, schedule, see, sell, send, service, set, sew, share, shave, ship, shop, sign, sketch, skip, sleep, solve, sort, speak, spray, start, stop, store, study, submit, subscribe, sweep, swim, switch, take, talk, taste, teach, tell, test, text, throw, tidy, track, train, transfer, translate, treat, trim, try, type, unpack, unsubscribe, update, upgrade, upload, vacuum, visit, volunteer, wait, wake, walk, wash, watch, water, wax, wear, weed, whatsapp, wipe, withdraw, work, wrap, write, zip, stretch, drink, do, watch, celebrate, catch, attend, host, hold, play, perform, teach, lock, unlock, turn, begin, continue, resume, move, bring, carry, travel, fly, ride, inspect, verify, monitor
`;

/** Verbs that end a clause and count nothing: an hour may stand before them. */
export const closing = `
kar, kr, kro, karo, kardo, krdo, kardein, karden, karein, karen, karlo, karle, karwa, karwao, rakh, rakho, rakhna, rakhdo, rakhein, rakhen, shift, uthna, uthne, uthon, jagna, nikalna, nikalni, pohanchna, pohnchna, pahunchna, jana, jane, jaana, jao, ana, aana, aao, sona, milna, chalna, chalni, hona, hogi, hoga, hongi, honge,
کر, کرو, کرنا, کریں, کردو, کردیں, کیجیے, کیجئے, رکھ, رکھو, رکھنا, رکھیں, رکھ, اٹھنا, جاگنا, نکلنا, پہنچنا, جانا, جاؤ, آنا, آؤ, سونا, ملنا, چلنا, ہونا, ہوگی, ہوگا,
`;

/** Words by which a text shows to be Roman Urdu. */
export const romanSigns = `
hai, hain, hy, ka, ki, ke, ko, karna, karni, karne, karo, karna, kar, kr, krna, krni, lena, leni, lene, dena, deni, dene, jana, jani, lana, lani, mein, aur, mujhe, mujhay, mera, meri, mere, tak, se, liye, wala, wali, wale, nahi, baje, bajay, bje, bjy, subah, shaam, raat, kal, aaj, parson, hafte, mahine, roz, rozana, har, din, ghante, baad, pehle, yaad, dilana, likh, ammi, abu, bhai, ghar, kaam, dawai, doodh, namaz, agle, agli, wapas, milna, bharna, dhona, karwana, mangwana, uthana, bhejna, banana, khana, hona, rakho, rakhna, pe, safai, shaadi, shadi, dawat, khareedna, kharidna, parhna, parhni, likhna, abbu, abba, behan, bache, bachon, bijli, gaari, gari, dost, doston, imtihan, daftar, haspatal, mehman, nikalna, pohanchna, uthna, milne, kapray, kapre, dopahar, dopehar, chutti, zaroori, parhai
`;

/** English words that sound like those; alone they show nothing. */
export const englishWords = `
be, he, hey, pay, say, day, days, bad, banana, dave, are, bar, car, care, core, sir, sky, key, tip, shy, why
`;
