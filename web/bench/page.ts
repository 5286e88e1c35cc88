// Throughput of the tasks page relative to a Remix server that renders the same markup without
// authentication and database; tail latency; cost of a long list.
import { compareRates, type Load, report, reportTailLatency } from "./measure.ts";
import { type Person, signUpWithTasks } from "./people.ts";
import { startBaseline, startKarlo, url } from "./process.ts";

const BASELINE_PORT = Number(process.env.BARE_PORT);

const karlo = await startKarlo();
const fifty = await signUpWithTasks("fifty", 50);
const hundred = await signUpWithTasks("hundred", 100);
const plenty = await signUpWithTasks("plenty", 10_000);
const baseline = await startBaseline("baseline-page.ts", BASELINE_PORT, { COOKIE: fifty.cookie });

const page = ({ cookie }: Person, origin = url): Load => ({
  at: `${origin}/tasks`,
  headers: { cookie },
});
const [karloRows, baselineRows] = await Promise.all(
  [page(fifty), page(fifty, baseline.url)].map(async ({ at, headers }) => {
    const html = await (await fetch(at, { headers })).text();
    return html.match(/data-row=/g)?.length;
  }),
);
if (karloRows !== 50 || baselineRows !== 50)
  throw new Error(`Rows: ${karloRows} and ${baselineRows}, not 50 each.`);

const [rate, baselineRate] = await compareRates(page(fifty), page(fifty, baseline.url));
const detail = `${Math.round(rate)} and ${Math.round(baselineRate)} a second`;
report("page of 50 rows, of bare Remix", rate / baselineRate, { min: 0.7, detail });
await reportTailLatency("page", page(fifty), page(fifty, baseline.url));

const [short, long] = await compareRates(page(hundred), page(plenty));
const lists = `${Math.round(short)} and ${Math.round(long)} a second`;
report("page of 100 tasks, of 10,000", short / long, { max: 1.3, detail: lists });

for (const server of [karlo, baseline]) {
  server.stop();
  await server.exited;
}
