// Asks a server for an address over and over, in a process of its own, until it is told to stop;
// then reports the longest wait in milliseconds. Gives its arguments: the address.
import http from "node:http";

const EVERY_MS = 10;
const [address] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** One request; resolves with how long its answer took, in milliseconds. */
const ask = () =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    http
      .get(address, { agent }, (response) => {
        response.resume();
        response.once("end", () => resolve(performance.now() - started));
      })
      .once("error", reject);
  });

await ask();
let longest = 0;
let watching = true;
process.once("message", () => {
  watching = false;
});
process.send("watching");
while (watching) {
  longest = Math.max(longest, await ask());
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}
process.send(longest);
process.disconnect();
