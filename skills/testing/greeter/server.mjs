// A small app that the skills are tried on: it greets, says how it is, and ends when it is told to.
import { createServer } from "node:http";

const { GREETING, PORT = "8080" } = process.env;
if (!GREETING) {
  console.error("GREETING is not set: whom it greets must know how");
  process.exit(1);
}

const answers = { "/": `${GREETING}\n`, "/health": "ok\n", "/ready": "ok\n" };
const server = createServer((request, response) => {
  const answer = answers[request.url ?? ""];
  response.writeHead(answer ? 200 : 404, { "content-type": "text/plain; charset=utf-8" });
  response.end(answer ?? "not found\n");
});
server.listen(Number(PORT), () => console.log(`greeter listens on ${PORT}`));

for (const signal of ["SIGTERM", "SIGINT"])
  process.on(signal, () => server.close(() => process.exit(0)));
