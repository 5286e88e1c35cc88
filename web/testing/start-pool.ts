import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { freePort } from "../local/free-port";
import { serverIdentity } from "../local/postgres/server-identity";

/** A transaction pool while it runs. */
interface Pool {
  /** Leads to no database: its path is that of a database on the server. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PgBouncer in transaction mode in front of a server, with few connections to it, so that
 * the statements of one client soon meet another one's session.
 *
 * @param program path or name of PgBouncer
 * @param folder for its settings; other users may pass through it
 * @param server URL of the server
 */
export async function startPool(program: string, folder: string, server: string): Promise<Pool> {
  const { hostname, port, username, password } = new URL(server);
  const listen = await freePort();
  const settings = path.join(folder, "pgbouncer.ini");
  writeFileSync(
    settings,
    [
      "[databases]",
      `* = host=${hostname} port=${port} user=${username} password=${password}`,
      "[pgbouncer]",
      "listen_addr = 127.0.0.1",
      `listen_port = ${listen}`,
      "unix_socket_dir =",
      "auth_type = any",
      "pool_mode = transaction",
      "default_pool_size = 4",
      "max_client_conn = 1000",
      "max_db_connections = 8",
      "server_idle_timeout = 5",
      "log_connections = 0",
      "log_disconnections = 0",
    ].join("\n"),
  );
  chmodSync(settings, 0o644);
  // It refuses root, as the server does.
  const identity = serverIdentity(path.join(folder, "postgres"));
  const child = spawn(program, ["-q", settings], {
    ...identity,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const failed = ended.then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  failed.catch(() => {});
  await Promise.race([listens(listen), failed]);
  return {
    url: `postgresql://${username}:${password}@127.0.0.1:${listen}/`,
    stop: async () => {
      child.kill("SIGINT");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const answer = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
