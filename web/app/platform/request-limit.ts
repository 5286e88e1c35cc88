import { AppError } from "./errors";

/** Counters that are kept before those of ended windows are deleted. */
const SWEEP_AT = 10_000;

/** A person's requests in the current window. */
export interface RequestWindow {
  max: number;
  /** Requests left in the window; negative once some were refused. */
  left: number;
  /** When the window ends, in milliseconds of `performance.now()`. */
  endsAt: number;
}

/** The length of a window, in seconds. */
export const WINDOW_SECONDS = 60;

/**
 * Makes the limit on each person's requests: a count in this process's memory for each window of a
 * minute, so that it costs no query. Every replica counts for itself.
 *
 * @param max requests per window
 * @returns counts a request; `left` is negative when it is one too many
 */
export function createRequestLimit(max: number): (userId: string) => RequestWindow {
  const windows = new Map<string, RequestWindow>();
  return (userId) => {
    const now = performance.now();
    let window = windows.get(userId);
    if (!window || window.endsAt <= now) {
      if (windows.size >= SWEEP_AT) deleteEnded(windows, now);
      window = { max, left: max, endsAt: now + WINDOW_SECONDS * 1_000 };
      windows.set(userId, window);
    }
    window.left -= 1;
    return window;
  };
}

/** The seconds until a window ends, at least one. */
export const secondsLeft = ({ endsAt }: RequestWindow): number =>
  Math.max(1, Math.ceil((endsAt - performance.now()) / 1_000));

/** The error of a request beyond the limit. */
export const tooManyRequests = (window: RequestWindow): AppError =>
  new AppError("rate_limited", 429, { values: { retryAfter: secondsLeft(window) } });

function deleteEnded(windows: Map<string, RequestWindow>, now: number): void {
  for (const [userId, { endsAt }] of windows) if (endsAt <= now) windows.delete(userId);
}
