import { AppError } from "#app/platform/errors";

let max = 100_000;

/** The most tasks that one person may keep, those in the trash included. */
export const taskQuota = (): number => max;

/** Sets {@link taskQuota} for the process, from its configuration. */
export function setTaskQuota(quota: number): void {
  max = quota;
}

/** The error of a task beyond {@link taskQuota}. */
export const tasksFull = (): AppError => new AppError("tasks_full", 422, { values: { max } });
