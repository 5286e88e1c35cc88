/*
 * How amounts of time are said. A line of a grammar is `what = one way | another -> what it means`:
 * words are symbols (of the lexicon, of `shapes.ts`, or of another line), `?` behind one makes it
 * optional, `2` lets it stand twice, `*` marks the one whose value is meant where no meaning is
 * named. A number at the end of a line is a weight: of two readings of the same words the heavier
 * one is meant.
 */
export const amountGrammar = `
qty = num* | dec* | few* | mixed*
qty = art -> one
qty = frac num -> quarterMore
qty = num andhalf -> halfMore
dur = gdur* | dur* orso
dur = gdur num -> hoursAndMinutes
dur = qty unit -> amount
dur = frac unit -> aroundUnit
dur = half num? unit | qty half unit -> halfUnit
dur = quarter unit | qty quarter unit -> quarterUnit
dur = qty unit andhalf -> amountAndHalf
dur = dur and? dur2 -> sum
soonest = soon -> single
pushed = dur push | by dur push? | for dur push | byshift dur push? -> push
pushed = for dur -> push -1
`;
