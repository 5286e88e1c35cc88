/** What no English title ends in. */
export const articles = new Set("to the my a an of and our".split(" "));

/** What leads on from an Urdu title to its command. */
export const leadsOn = new Set(
  "hoti hota hote ke ki ka liye lie bare baare ہوتی ہوتا ہوتے کے کی کا لیے لئے بارے لیی".split(" "),
);
