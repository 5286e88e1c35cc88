import type { WordClasses, Wording } from "../text/wording";

/** The words that "add it" is said in. */
export const addingWords: WordClasses = {
  put: { en: "add|put|set|stick|pop|chuck|throw|pencil|jot|write|note|get" },
  will: { en: "will you|would you|could you|can you" },
  it: { en: "it|that|this|them|those" },
  there: { en: "on|down|in|on there|in there" },
  list: {
    en: "my list|the list|my todo list|my tasks|the todo list|my shopping list|the shopping list|my grocery list|the grocery list",
  },
};

/** "Add it", behind what is to be added: "I forgot to post the card, stick it on for Monday". */
export const addedThen: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "{put} {it}|{put} {it} {there}|{put} {it} to {list}|{put} {it} on {list}|{put} {it} down on {list}|{put} {it} in {list}|so {put} {it} {there}|so {put} {it}|so {put} {it} to {list}|so {put} {it} on {list}|please {put} {it} {there}|please {put} {it}|please {put} {it} to {list}|can you {put} {it} {there}|can you {put} {it} to {list}|can you {put} {it} on {list}|can you {put} {it}|so {will} {put} {it} {there}|so {will} {put} {it}|so {will} {put} {it} on {list}|so {will} {put} {it} to {list}|{will} {put} {it} on {list}|{will} {put} {it} to {list}|remind me|please remind me|so remind me|can you remind me|remind me about {it}|remind me of {it}|remind me to do {it}",
    },
    true,
  ],
];
