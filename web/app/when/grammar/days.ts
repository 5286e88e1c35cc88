/*
 * How days are said. `day` stands by itself; `weak` is a day only where a word marks it (Sat, the
 * 5th); `dayx` is either. The notation stands in `amounts.ts`.
 */
export const dayGrammar = `
place = nth* | ord* | num* ordend
dom = num* | nth*
dom = ord -> forward
wd = wday* | wkd*
wds = wdays* | wday*
mref = the? which? unit -> thatMonth
mref = month year? -> namedMonth
day = rel -> fromToday
day = either -> eitherWay
day = in dur hence? | dur later | dur fromnow | soonest -> distance
day = wday | wdend -> weekday
day = wkd comma? dayx | wday comma? nth -> weekdayBeside
day = which wd | the? wd afternext -> weekdayOf
weak = wkd | hafta -> weekday
weak = which hafta pko -> weekdayOf
day = num wds fromnow | in num wds -> nthWeekdayAhead
day = wd of span -> weekdayIn
day = the? dom of? month comma? year? | month the? dom comma? year? | month ka num | month ka dom dateword -> date
day = num dash month dash2? year? -> date
year = apos num -> shortYear
day = date -> numericDate
weak = short -> numericDate
weak = the? nth | the ord -> monthday
day = dom dateword -> monthday
day = mref ka dom dateword | mref ka num -> dayOfMonth
day = mref ka dom dateword | mref ka place dateword | the? place of mref -> dayOfAnyMonth
weak = feast -> feastDay
day = the place wd | the? place wd of mref | mref ka place wd | mref pin place wd | mref ka place hafta pko -> nthWeekday
day = the? place unit of mref | mref ka place unit -> nthDay
day = the? place workday of mref | mref ka place workday | the? place workday -> nthWorkday
day = unit ka place unit2 | span ka place unit2 -> dayOfUnit
day = edge span | edge wspan | edge the? unit | which? unit edgeof | wspan edgeof -> edgeDay
day = at? endof -> endOf
day = dur from dayx | dur after dayx | dayx ka? dur later | dayx pse dur later | dayx pafter dur later? -> later
day = dur on? rel | dur on dayx -> weeksLater
day = rel week | wday week -> weekLater
day = dur before dayx | dayx pse dur ago | dur ago dayx pse -> later
day = the? wd before dayx | the? wd after dayx | unit after rel | the unit before dayx | the unit after dayx -> neighbour
dayx = day* | weak*
span = which unit -> unitSpan
span = the? which? weekend -> weekend
span = the? unit afternext -> unitSpan
span = the? weekend afternext -> weekend
span = which qty unit -> nextUnits
wspan = month year? | which month | month which unit | which unit month -> monthSpan
wspan = year -> yearSpan
spanx = span* | wspan*
`;
