/*
 * English verbs that command a task list and begin errands as well: "check my tasks" and "check the
 * oven", "move task 3 to Friday" and "move the sofa". They command only with something that shows it.
 */

/** They ask for a list when a word for tasks, a state or nothing but a date follows. */
export const ambiguousList =
  /^(tell me|give me|get|get me|open|read|read out|read me|print|fetch|bring up|go through|review|view|see|check my|check on|filter|pull up)$/;

/** They search, unless what follows is "a …": "find a plumber". */
export const ambiguousSearch = /^(find|find me|look for|search for|look up|search)$/;

/** They complete, unless a day is set for it: "finish the report by Friday". */
export const ambiguousComplete = /^(finish|complete|close|wrap up|resolve|finished)$/;

/** They change a task that is named, or when what they change it to is said. */
export const ambiguousUpdate =
  /^(update|set|move|change|replace|switch|swap|exchange|correct|extend|raise|lower|increase|decrease|assign|label|tag|shift|push|edit|modify|adjust|make|delay|bump|mark|repeat|give)$/;

/** They delete, unless it is to be done again and again: "drop the kids at school every day". */
export const ambiguousDelete = /^(drop|clear|wipe|toss|bin|dump|scratch|take off|throw out)$/;

/** With a day and nothing else these are looked for; other things are to be done: "dishes tonight". */
export const lookedFor =
  /^(meetings|appointments|events|exams|deadlines|birthdays|interviews|bookings|flights|bills|payments|assignments|reminders|visits)$/;

/** Openings of errands that begin with a word for deleting. */
export const errandAfterAll =
  /^(set up|drop off|drop (?!task|it|that).+ off(?! (?:my|the|list))|clear out|clear up|take off work|cancel out|bin day|kill time)\b/;
