import type { Logger } from "./log";

const METHODS = ["error", "warn", "info", "log", "debug", "trace"] as const;

/**
 * Makes what libraries print lines of the log, without its text: they print errors with the input
 * that caused them. Where it came from is in the stack. Also for warnings of Node.
 *
 * @returns a function that gives the console back
 */
export function captureConsole(log: Logger): () => void {
  const original = METHODS.map((name) => [name, console[name]] as const);
  for (const name of METHODS) {
    console[name] = (...values: unknown[]) => {
      const printed = values.find((value) => value instanceof Error);
      const { stack } = new Error("printed");
      const level = name === "error" || name === "warn" ? "warn" : "debug";
      log[level](
        { source: "console", ...(printed ? { err: printed } : { err: { stack } }) },
        "printed",
      );
    };
  }
  const warn = (warning: Error) => log.warn({ source: "node", err: warning }, "warning");
  const listeners = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", warn);
  return () => {
    for (const [name, method] of original) console[name] = method;
    process.removeListener("warning", warn);
    for (const listener of listeners) process.on("warning", listener);
  };
}
