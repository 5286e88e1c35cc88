import pino from "pino";

/** A structured logger: JSON lines on standard output. Never pass it content or secrets. */
export type Logger = pino.Logger;

/** Makes the logger of the process. */
export function createLogger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
