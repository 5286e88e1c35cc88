/* Words that only questions and orders about lists have. How a line is written: `numbers.ts`. */
export const askingWords = `
nodate 1: without a date, without date, without dates, without any date, without a due date, without due date, without due dates, no date, no due date, no dates, no deadline, without a deadline, without deadline, undated, unscheduled, not scheduled, with no date, with no due date, with no dates, with no deadline, dateless, someday | بغیر تاریخ, بغیر تاریخ کے, تاریخ کے بغیر, بلا تاریخ, جن کی تاریخ نہیں, جن کی کوئی تاریخ نہیں, بنا تاریخ | bina tareekh, baghair tareekh, bagair tareekh, tareekh ke baghair, bina date, baghair date, date ke baghair, bina tareekh ke, jin ki tareekh nahi, jin ki koi tareekh nahi, bina date ke, bina deadline
overdue 1: overdue, past due, late, behind schedule, out of date, missed | تاخیر شدہ, لیٹ, وقت گزر چکے, گزر چکے, جن کی تاریخ گزر گئی, تاریخ گزر چکی, جن کا وقت گزر گیا, تاخیر سے | jin ki tareekh guzar gayi, waqt guzar chuke, guzar chuke, jin ka waqt guzar gaya
mine 0: my | |
skip 1: skip, skip it, skip this one, skip that, miss, leave out, pass on, skip this, not | چھوڑ دو, چھوڑ دیں, چھوڑو, رہنے دو | chor do, chhor do, chor den, rehne do, skip, skip karo, skip kar do
`;
