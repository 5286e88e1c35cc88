import { AppError } from "#app/platform/errors";

/** The error of a name that another list, label or filter of the person has: 409. */
export const nameTaken = (name: string): AppError =>
  new AppError("name_taken", 409, { field: "name", values: { name } });
