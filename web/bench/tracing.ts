// What traces cost, at the share that is recorded by default: requests a second of a process that sends them to a
// collector, of one that does not trace, in alternating rounds.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiLoad, compareRates, report } from "./measure.ts";
import { signUp, signUpWithTasks } from "./people.ts";
import { startKarlo, url } from "./process.ts";

let exports = 0;
// In this process: what the collector does is not the cost of who sends.
const collector = createServer((request, response) => {
  exports += 1;
  request.resume().on("end", () => response.end("{}"));
}).listen(0, "127.0.0.1");
await once(collector, "listening");
const { port } = collector.address() as AddressInfo;

const plain = await startKarlo();
const tracedUrl = url.replace(/:\d+$/, `:${process.env.BARE_PORT}`);
const traced = await startKarlo(
  {
    PORT: String(process.env.BARE_PORT),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_TRACES_SAMPLER_ARG: "0.1",
  },
  tracedUrl,
);
const reader = await signUpWithTasks("traced", 100);
const writer = await signUp("writer");

const loads: [name: string, path: string, token: string, input?: object][] = [
  ["list of 20", "/tasks?limit=20", reader.token],
  ["one task", "/tasks/7", reader.token],
  ["create", "/tasks", writer.token, { title: "one more task to do" }],
];
for (const [name, path, token, input] of loads) {
  const load = (at: string) => apiLoad(`${at}/api/v1${path}`, [token], input);
  const [rate, without] = await compareRates(load(tracedUrl), load(url));
  const detail = `${Math.round(rate)} and ${Math.round(without)} a second`;
  report(`${name}, with traces of 10 %, of without`, rate / without, { min: 0.95, detail });
}
report("exports while they were traced", exports, { min: 1 });

collector.close();
collector.closeAllConnections();
for (const server of [plain, traced]) {
  server.stop();
  await server.exited;
}
