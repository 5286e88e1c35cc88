/* What stands beside times and between them. */

/** Between two times, behind a mark or alone: the second one is meant. */
export const ratherThan =
  /^(?:.*[,،.–—-])?\s*(?:no|no no|no wait|wait no|wait|nope|sorry|oops|i mean|i meant|actually|or rather|rather|scratch that|make that|nahi|nahin|nai|nhi|nahi nahi|nahi balke|balke|matlab|mera matlab|sorry nahi|ke bajaye|ki bajaye|k bajaye|ke bajay|نہیں|نہیں نہیں|بلکہ|نہیں بلکہ|میرا مطلب|کے بجائے|کی بجائے|کی جگہ)[\s,،.–—-]*$/iu;

/** Between two times: the first one is meant. */
export const insteadOf = /^[\s,]*(?:instead of|rather than|not|and not)\s*(?:on|at)?\s*$/i;

/** "Meeting se" an hour before: it is no word of the meeting. */
export const fromIt = /(?<=\s)(?:se|say|سے)\s+$/iu;

/** Words of no time from which something is changed. */
export const fromWords = /\sfrom\s+(?:[^\s,;.]+\s+){1,4}$/iu;

/** "From Friday to Monday", jumme se peer. */
export const fromTo =
  /^(?:(?:from|due)\s(.+?)\s(?:to|until|till)\s+|(?:(.+?))\s(?:se|سے)\s+)(.+)$/iu;

/** "5 se 6 baje tak" is how long it takes. */
export const lasts = /\s(?:tak|تک)$/u;

/** A day to which something is moved, and the verb that moves it. */
export const toDay = /^(?:to|till|until|for)\s/i;
export const onDay = /\s(?:pe|par|per|ko|tak|پر|پہ|کو|تک)$/iu;
export const orders = /^\s*(?:kar|kr|rakh|le|کر|رکھ|لے)/iu;

/** "12 aur 17 ko" may be two tasks. */
export const numberedDay = /^\p{Nd}+\s*(?:ko|کو)$/u;
export const numberBefore = /\p{Nd}\s*(?:[,،&]|and|aur|or|اور)\s*$/iu;
