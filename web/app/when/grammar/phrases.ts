/*
 * Whole phrases. A `piece` says one thing, a `time` is pieces that go together. The notation stands
 * in `amounts.ts`.
 */
export const phraseGrammar = `
piece = day | the nth | goal day | goal the nth -> plain
piece = due dayx | due tod | due daypart -> marked -3
piece = on dayx | dayx pko | dayx pin | dayx pfor -> marked
piece = domko -> marked -1
piece = at weak | tod weak -> markedDate
piece = by dayx latest? | on? dayx latest | tod latest | by tod latest -> by
piece = by four | before four | until four -> by
piece = before dayx | dayx pbefore -> before
piece = after dayx | dayx pafter -> after
piece = until dayx | dayx ptak -> until
piece = from dayx | dayx pse -> from
stretch = from dayx upto dayx2 | between dayx and dayx2 | dayx pse dayx2 ptak | dayx and dayx2 pbetween | day upto day2 -> fromUntil
stretch = from wspan upto wspan2 | between wspan and wspan2 | wspan pse wspan2 ptak -> monthsWithin
stretch = dom upto dom2 of? month year? | from dom upto dom2 of? month year? | between dom and dom2 of? month year? -> datesWithin
stretch = month dom upto dom2 | dom pse dom2 month ptak? -> datesWithin
piece = stretch*
days = day and on? day2 -> listed -3
days = days and on? day2 -> listed
days = wdend and on? wkd | hafta and wday -> shortDays
days = domk dateword | on the? doms -> listedDates
choice = dayx pko? or on? dayx2 | choice or dayx2 -> listed
piece = on? days | days pko | on? choice pko? -> marked
domko = num pko | num ptak -> bareDay
domko = firstof pko | firstof ptak | mref ka place pko | mref ka place ptak -> placeInMonth
daypart = early? dayx partn | dayx dayhalf | partn of dayx -> dayPart
dayhalf = ampm -> halfOfDay
piece = weak partn -> dayAndPart -1
piece = early? day partn | partn day | day dayhalf -> plain -1
piece = on daypart | on? the daypart | in the daypart -> marked
piece = by daypart | until daypart -> by
piece = before daypart -> before

piece = span -> plain
piece = over span | in the? spanx | on span | due the? spanx | spanx pin | span pko | span pfor -> marked
piece = at span -> markedWeekend
piece = by the? spanx | until the? spanx | spanx ptak -> by
piece = before the? spanx | spanx pbefore -> before
piece = after the? spanx | spanx pafter -> after
piece = from the? spanx | spanx pse -> fromTime
piece = within span -> marked
piece = within dur | dur pwithin | which dur pwithin -> within

piece = tod | goal tod -> plain
piece = tod pko | tod pfor | tod pgap | on tod | range | on range | tods -> marked
piece = by tod | by hr latest? | until tod | until hr | tod ptak -> by
piece = before tod | before hr | tod pbefore -> before
piece = after tod | after hrend | tod pafter -> after
piece = from tod | from hrend | tod pse -> fromTime
hrko = hr* ptak | hr* pbefore | hr* pafter
piece = on? day hrend | day ka hrend | day hrko | dotted on? dayx | dayx dotted | weak ka tod | tonight | tonight hrend | day partn hrend | clock tonight | num tonight -> dayAndTime
piece = day brange | dayx pko brange | hr upto hr2 on? day | hr upto hr2 on dayx -> dayAndRange
piece = weak comma? tod | weak comma? range | weak hrend -> dayAndClock -1
piece = which partn | which part -> thisPart
piece = by tonight -> by
piece = exact -> plain
piece = in dur hence? | dur later | dur fromnow | soonest -> ahead
piece = after dur -> afterAmount
piece = for dur | dur pfor -> lasting
piece = dur ptak -> lastingUntil

piece = again -> plain
piece = again pko | on again -> marked
piece = for? num times -> times
months = month upto month2 | month pse month2 ptak? -> monthsBetween
left = except on? set ka? | except on? run ka? | except on? days ka? | except on? the? dayx ka? | except in? the? spanx ka? | except stretch ka? -> leftOut
left = except from? months ka? -> leftOut 1
left = except on? the? weekend ka? | weekend pexcept -> leftOut 1
left = set pexcept | run pexcept | days pexcept | dayx pexcept | hafta pexcept | spanx pexcept | stretch pexcept | months pexcept | dayx pse dayx2 pexcept -> leftOut
left = left and on? the? dayx | left and in? the? spanx | dayx and left | set and left | spanx and left -> leftOut
left = pbut dayx pnot | pbut set pnot | pbut spanx pnot -> leftOut
piece = left -> except

piece = sometime piece* | piece* sometime
time = piece*
time = time piece | time comma piece | time ka piece -> join -2
time = time of piece -> joinOf -3
time = time and piece -> joinAnd -2
`;

/* What may stand alone as an answer or a filter, and where something is moved to. */
export const askingGrammar = `
ask = time*
ask = spanx | weak | hr | tonight | partn | four -> plain
agoday = dur ago -> ago
ask = agoday | pastspan -> plain
pastspan = in? which qty unit pin? -> pastUnits
ask = nodate | overdue -> special
ask = skip the? span? | span skip -> skip
shift = pushed | thenext unit | the unit push | the partn push -> shift
ask = skip from dayx upto dayx2 | skip dayx pse dayx2 ptak | skip dayx -> skipDays
asked = mine unit -> ofMine
asked = spanx | agoday | pastspan -> plain
asked = nodate | overdue -> special
target = goal ask* | on ask* | goal shift*
target = shift*
`;
