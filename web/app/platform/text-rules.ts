/* What a text must be, for browsers too: no zod here. */

/** Control characters, except tabs and line ends. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
/** A character that leaves a mark: no space, no control or format character, no filler. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text has control characters other than tabs and line ends. */
export const hasControl = (text: string): boolean => CONTROL.test(text);

/** Whether PostgreSQL can store a text as it is, in a text column and within JSON. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** Whether a text has anything that a person can see. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);
