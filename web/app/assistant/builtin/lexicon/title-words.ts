/** What no English title ends in. */
export const articles = new Set("to the my a an of and our".split(" "));

/** What leads on from an Urdu title to its command. */
export const leadsOn = new Set(
  "hoti hota hote ke ki ka liye lie bare baare ہوتی ہوتا ہوتے کے کی کا لیے لئے بارے لیی".split(" "),
);

/** Of a new task they say nothing. */
export const emptyWords = new Set(
  "a an the to in on at for my our me this that ek ایک new naya nayi mere meri mera نیا نئی میرا میری میرے".split(
    " ",
  ),
);

/** Little words that hold those of a title together. */
export const holding = new Set(
  "the a an of for with on every and or & ka ki ke ko har ya aur کا کی کے کو ہر یا اور".split(" "),
);

/** What an English title gives its reason with. */
export const reasons = new Set(
  "before after while when until till because since if unless once".split(" "),
);

/** "Cheeni bhi leni hai" is the task "cheeni lena". */
export const alsoWords = new Set("bhi بھی بہی".split(" "));

/** "Kal meeting hai" is a meeting. */
export const copulas = new Set("hai hain he hy h ہے ہیں".split(" "));
