import type { EmbeddedPostgres } from "./embedded-postgres.ts";

const CHECK_MS = 500;
/** The pause after a start that failed doubles up to this. */
const PAUSE_MAX_MS = 30_000;

/** What the supervision of a server reports. */
export type ServerEvent = "lost" | "started again" | "not started";

/**
 * Starts a server again whenever its process is gone without {@link EmbeddedPostgres.stop}: killed
 * by somebody, or by the system for want of memory. Several processes may watch one server; the
 * first one starts it and the others find it.
 *
 * @param report what happened, and why a start failed
 * @returns ends the supervision, after a start that is in progress
 */
export function supervise(
  server: EmbeddedPostgres,
  report: (event: ServerEvent, error?: Error) => void,
): () => Promise<void> {
  let ended = false;
  let reviving = Promise.resolve();
  let timer = setTimeout(check, CHECK_MS).unref();

  function check(): void {
    if (ended) return;
    if (server.isRunning()) timer = setTimeout(check, CHECK_MS).unref();
    else reviving = revive();
  }

  async function revive(): Promise<void> {
    report("lost");
    for (let pause = CHECK_MS; !ended; pause = Math.min(2 * pause, PAUSE_MAX_MS)) {
      try {
        await server.revive();
        report("started again");
        break;
      } catch (error) {
        report("not started", error as Error);
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
      }
    }
    timer = setTimeout(check, CHECK_MS).unref();
  }

  return async () => {
    ended = true;
    clearTimeout(timer);
    await reviving;
  };
}
