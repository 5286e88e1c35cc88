/*
 * How times of day are said. `tod` is one by itself; `hr` is a number that a word makes one; `hrend`
 * is one at the end of a clause. The notation stands in `amounts.ts`.
 */
export const clockGrammar = `
hr = hm* | dotted* | hclk* | hr* ishword
hr = num -> hour
hr = half num -> aroundHour
hr = num num2 -> hourAndMinutes
hr = mixed -> mixedHour
clock = clk* | hm* | soloclock* | at hr* | at four* | at clock* | clock* ishword | clock* sharp | clock* ke_qareeb
clock = named -> exactly
clock = hr ampm | hr oclock ampm? -> ofHalf
clock = frac num oclock? | halfpast num oclock? ampm? | at half num -> aroundHour
clock = frac oclock -> aroundOne
clock = mixed oclock -> mixedHour
clock = num unit minpast num2 oclock? ampm? | num minpast num2 oclock? ampm? -> minutesBeside
clock = num unit minto num2 oclock? ampm? -> minutesBeside
clock = numword minto num2 oclock? ampm? -> minutesBeside 2
clock = num bajkar num2 unit | num bajne num2 unit -> besideHour
clock = four unit -> fullHours
inpart = part* | at part* | in the partn* | partn* pin
tod = clock | inpart | firstthing -> tod
tod = clock inpart | hr inpart | inpart clock | part dotted | part ka clock | part pko clock | part pin clock | part hrend | clock ka part -> tod
tod = after event | event pafter | before event | event pbefore -> eventBeside 1
mealtime = event -> exactly
tod = dur before tod2 | dur before mealtime | tod2 pse dur ago | mealtime pse dur ago -> timeBeside 1
tod = dur after tod2 | dur after mealtime | tod2 ka dur later | mealtime ka dur later -> timeBeside 1
range = from? tod upto tod2 | from? hr upto tod2 | at hr upto hr2 | from hr upto hr2 -> range
range = from? tod upto hrend2 | from tod upto hr2 | from? tod upto four2 | from four upto four2 -> range
range = between hr and hr2 | between tod and tod2 | between hr and tod2 | between tod and hr2 -> range
range = hr pse tod2 ptak? | tod pse tod2 ptak? | hr pse hr2 ptak | tod pse hr2 ptak -> range
range = inpart hr pse tod2 ptak? | inpart hr pse hr2 ptak? | inpart hr upto tod2 -> range
range = hr and tod2 pbetween | tod and tod2 pbetween | hr pse hr2 pbetween | tod pse hr2 pbetween | tod pse tod2 pbetween -> range
range = range inpart -> rangeInPart
tods = tod and tod2 | tod and hrend2 | hr and tod2 -> several
tods = at? clk clk2 -> twoClocks
tods = tods and tod2 | tods and hrend2 -> several
brange = four upto four2 | hr upto hrend2 | hr pse hrend2 -> range
tods = part and part2 | dayends -> partsOfDay
`;
