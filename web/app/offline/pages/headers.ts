// What server, service worker and pages tell each other in headers.

/**
 * Whose data a response may hold: an opaque key of the signed-in person, or {@link NOBODY}. Every
 * response of the app has it; one without it is a proxy's or another site's.
 */
export const PERSON_HEADER = "karlo-person";
/** The value of {@link PERSON_HEADER} while nobody is signed in. */
export const NOBODY = "nobody";
/** Present when the person chose that nothing is kept on this device. */
export const KEEP_NOTHING_HEADER = "karlo-keep-nothing";
/** Present when a response says something that is said once, such as "Welcome back!". */
export const PASSING_HEADER = "karlo-passing";
/** Sent with a request whose response is kept and not shown: it must not use up a notice. */
export const KEEPING_HEADER = "karlo-keeping";
/**
 * When a device sends something that it kept, by its own clock: with the moment at which it was said, by
 * the same clock, it tells how long ago that is, also where the clock is wrong. A header, since a body
 * that is sent again with its key must be the same.
 */
export const SENT_HEADER = "karlo-sent-at";
/** When a message was said that a device kept, by its own clock. */
export const SAID_HEADER = "karlo-said-at";
/** When a response that comes from this device was read from the server, ISO 8601. */
export const KEPT_HEADER = "karlo-kept";

/** Whether a response is one of the app, and not of what is down before it or of another site. */
export const isOurs = ({ headers }: Pick<Response, "headers">): boolean =>
  headers.has(PERSON_HEADER);
