import { connect, createServer } from "node:net";
import { expect, inject, it } from "vitest";
import { freePort } from "../../../local/free-port";
import { DatabaseUnavailable, waitForDatabase } from "./wait-for-database";

it("waits for a server that starts later and prints one line", async () => {
  const real = new URL(inject("postgresUrl"));
  const port = await freePort();
  const late = new URL(real);
  late.port = String(port);
  const lines: string[] = [];
  const waiting = waitForDatabase(late.href, 20_000, (line) => {
    lines.push(line);
    proxy.listen(port, "127.0.0.1");
  });
  const proxy = createServer((socket) => {
    const server = connect(Number(real.port), real.hostname);
    socket.pipe(server).pipe(socket);
  });
  await waiting;
  expect(lines).toEqual([`Waiting for the database at ${late.host}, 20 s at most.`]);
  proxy.close();
});

it("throws at the timeout without showing the password", async () => {
  const url = `postgresql://karlo:hunter2@127.0.0.1:${await freePort()}/karlo`;
  const waiting = waitForDatabase(url, 0, () => {});
  await expect(waiting).rejects.toThrow(DatabaseUnavailable);
  await expect(waiting).rejects.toThrow(/ECONNREFUSED/);
  await expect(waiting).rejects.not.toThrow(/hunter2/);
});

it("throws immediately on a permanent error", async () => {
  const url = new URL(inject("postgresUrl"));
  url.pathname = "/no_such_database";
  await expect(waitForDatabase(url.href, 60_000, () => {})).rejects.toThrow(/no_such_database/);
});
