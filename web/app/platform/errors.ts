/** What an {@link AppError} may carry beside its code. */
interface AppErrorOptions {
  /** The input field at fault, by its name on the wire. */
  field?: string;
  /** Values for the person's text, and for members of the problem document. */
  values?: Record<string, unknown>;
  cause?: unknown;
}

/**
 * The one error that is meant for a caller. `code` is stable and part of the contract; the text
 * that a person reads is looked up from it in their language (`#app/i18n/errors`).
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly field?: string;
  readonly values: Record<string, unknown>;

  constructor(code: string, status: number, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.status = status;
    this.field = options.field;
    this.values = options.values ?? {};
  }
}

/** True for an error that is meant for a caller. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
