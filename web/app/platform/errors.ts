import type { ErrorCode } from "#app/i18n/errors";

/** What an {@link AppError} may carry besides its code. */
interface AppErrorOptions {
  /** The invalid input field, by its wire name. */
  field?: string;
  /** Placeholders of the localized text, and members of the problem document. */
  values?: Record<string, unknown>;
  /** For the log only; never sent to the caller. */
  cause?: unknown;
}

/**
 * An error that the caller may see. `code` is stable and part of the API; the text for a person is
 * looked up by it in their language (`#app/i18n/errors`).
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly field?: string;
  readonly values: Record<string, unknown>;

  constructor(code: ErrorCode, status: number, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.status = status;
    this.field = options.field;
    this.values = options.values ?? {};
  }
}

/** True for an error that the caller may see; anything else is an internal failure. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
