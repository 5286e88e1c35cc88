// What the tasks page costs beside its own rendering: against a bare Remix server that renders the
// same markup without asking who comes or what they have; how even it comes; what a long list costs.
import { type Load, pair, show, showEvenness } from "./measure.ts";
import { type Person, signUpWithTasks } from "./people.ts";
import { beginBare, beginKarlo, url } from "./process.ts";

const BARE_PORT = Number(process.env.BARE_PORT);

const karlo = await beginKarlo();
const fifty = await signUpWithTasks("fifty", 50);
const hundred = await signUpWithTasks("hundred", 100);
const plenty = await signUpWithTasks("plenty", 10_000);
const bare = await beginBare("bare-page.ts", BARE_PORT, { COOKIE: fifty.cookie });

const page = ({ cookie }: Person, origin = url): Load => ({
  at: `${origin}/tasks`,
  headers: { cookie },
});
const [ours, theirs] = await Promise.all(
  [page(fifty), page(fifty, bare.url)].map(async ({ at, headers }) => {
    const html = await (await fetch(at, { headers })).text();
    return html.match(/data-row=/g)?.length;
  }),
);
if (ours !== 50 || theirs !== 50) throw new Error(`Rows: ${ours} and ${theirs}, not 50 each.`);

const [rate, bareRate] = await pair(page(fifty), page(fifty, bare.url));
const detail = `${Math.round(rate)} and ${Math.round(bareRate)} a second`;
show("page of 50 rows, of bare Remix", rate / bareRate, { least: 0.7, detail });
await showEvenness("page", page(fifty), page(fifty, bare.url));

const [short, long] = await pair(page(hundred), page(plenty));
const lists = `${Math.round(short)} and ${Math.round(long)} a second`;
show("page of 100 tasks, of 10,000", short / long, { most: 1.3, detail: lists });

for (const server of [karlo, bare]) {
  server.stop();
  await server.ended;
}
