import { grammar, words } from "./pattern";
import { dayPatterns } from "./patterns.days";
import { repeatPatterns } from "./patterns.repeats";
import { timePatterns } from "./patterns.times";
import { readers } from "./readers";
import { after, before } from "./words.links";

/** The longest date or time phrase that begins at a place. */
export const readWhen = grammar(readers, [...dayPatterns, ...timePatterns, ...repeatPatterns]);

/** The little words around a date that go with it. */
export const beforeDate = words(before);
export const afterDate = words(after);
