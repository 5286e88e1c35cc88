/*
 * How repetitions are said. `set` is a list of weekdays, `doms` and `domk` of days of the month,
 * `rep` a rule, `again` a rule with what belongs to it. The notation stands in `amounts.ts`.
 */
export const repeatGrammar = `
set = wd | wdays | hafta and? wd | set and wd | set slash wd | set comma wd | set wd | set and wdays | set and every wd | set and hafta -> listed
run = wd upto wd2 | wd pse wd2 ptak? -> fromTo
doms = nth | ord | doms and the? nth | doms and the? ord -> listed
domk = dom | place | domk and dom | domk and place -> listed
ords = place | ords and place -> listed
nthset = ords wd | ords hafta | nthset and the? nthset2 -> nthWeekdays
period = every unit | eo unit | every num unit later? | rhythm | adj -> period
rep = rhythm | adj -> rhythm 1
eo = every other* | alternate*
rep = every unit | every num unit later? | eo unit | every place unit -> each
rep = every dur later? -> each -1
rep = every set | every run | eo set | eo wdays | every num wds | every num weekend | eo weekend | wdays | on wdays | wdays and set | wd and wdays -> weekly
rep = every hafta pko -> weekly 1
rep = every num unit later? on? set | eo unit on? set | every unit on? set | on? set every num? unit -> weeksOn
rep = on? set -> weeklyList
rep = on? wkd wkd2 | on? wd slash wd2 | on? wd comma wd2 -> weeklyPair
mday = doms -> monthDays
mday = nthset -> monthWeekdays
mday = place unit -> monthDay
mday = place workday -> monthWorkday
pday = domk dateword -> monthDays
rep = on? the? mday of? period | period ka? mday | period comma? on? the? mday | every mday of? the? unit -> daysOf
rep = period ka? pday ptak? | period ka domk | period on domk | period ka domk ptak | every doms | every pday | every firstof pko? -> daysOf
rep = edge period | period edgeof | every endof -> edgeOf
rep = every month | every nthset of month | period on? the? nthset of month | period month ka nthset | period in month | period month pin -> inMonth
rep = every dayx | period on? dayx | on? day of? period -> yearlyOn
rep = rep* later | rep* forever
rep = on? wdays upto wdays2 -> fromToWeekly
rep = every nthset -> everyNth
much = num* times | often* | xtimes*
rep = much per unit | much adj | much rhythm | unit inunit much | rhythm inunit? much -> often
rep = once rep*
again = rep -> again
again = adj -> adjective 1
rep = wkd upto wkd2 -> fromToWeekly
again = wday pse wday2 ptak tod | wday pse wday2 ptak range | wday upto wday2 tod | wday upto wday2 range | wday upto wday2 brange -> weekdaysAt
again = rep brange -> again
again = on? wd partns | on? wdays partns | on? workday partns | on? weekend partns -> onParts
again = every partn | every part | eo partn | eo part | every place partn | every place part | eachpart | every tods | rep on the? day -> again
again = rep partn | rep ka part -> again -1
again = every partn and every? partn2 | partns and partns2 -> everyParts
again = rep complete | complete rep | completeof rep -> afterDone
again = dur complete | completeof dur later | complete dur later? -> afterDone
`;
