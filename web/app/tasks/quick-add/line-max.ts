import { TITLE_MAX } from "#app/tasks/task/task";

/** Room for a title of full length and the words around it that set other fields. */
export const LINE_MAX = TITLE_MAX + 100;
