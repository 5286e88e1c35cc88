import { englishStem } from "../lexicon/past";
import { silentWords } from "../lexicon/silent";
import { meansSame } from "../lexicon/synonyms";
import { isInfinitive } from "../reading/classes";
import { isNear } from "../text/distance";
import { foldRoman, normaliseWord } from "../text/normalise";
import { soundOf } from "../text/sound";
import { tokenise } from "../text/tokens";

/** How well a title answers to what was said: 4 is the very title, 1 most of what was said, 0 nothing. */
export function matchTitle(title: string, said: string): number {
  const wanted = wordsOf(said);
  const have = wordsOf(title);
  if (wanted.length === 0) return 0;
  if (have.join(" ") === wanted.join(" ")) return 4;
  const content = wanted.filter((word) => !silentWords.has(word));
  const needed = content.length > 0 ? content : wanted;
  if (needed.join(" ") === have.filter((word) => !silentWords.has(word)).join(" ")) return 4;
  if (needed.every((word) => have.includes(word))) return 3;
  if (needed.every((word) => have.some((other) => isSame(word, other)))) return 2;
  const met = needed.filter((word) => have.some((other) => isSame(word, other))).length;
  return met >= 2 && met / needed.length >= 0.6 ? 1 : 0;
}

/** The tasks that answer best, all that are equally good; `least` is the score they must have. */
export function bestMatches<T extends { title: string }>(
  tasks: readonly T[],
  said: string,
  least = 2,
): T[] {
  let best = least;
  let found: T[] = [];
  for (const task of tasks) {
    const score = matchTitle(task.title, said);
    if (score < best) continue;
    if (score > best) found = [];
    best = score;
    found.push(task);
  }
  return found;
}

/** Every task that could be meant; only the very title leaves no doubt. */
export function possibleMatches<T extends { title: string }>(
  tasks: readonly T[],
  said: string,
): T[] {
  const exact = tasks.filter((task) => matchTitle(task.title, said) === 4);
  return exact.length > 0 ? exact : tasks.filter((task) => matchTitle(task.title, said) >= 2);
}

/** Tasks that say the same in other words, or in another language: گاڑی دھونا is "wash the car". */
export function relatedMatches<T extends { title: string }>(
  tasks: readonly T[],
  said: string,
): T[] {
  const wanted = contentOf(said);
  if (wanted.length === 0) return [];
  return tasks.filter((task) => {
    const have = wordsOf(task.title);
    return wanted.every((word) =>
      have.some((other) => isSame(word, other) || meansSame(word, other)),
    );
  });
}

/** The tasks that some words are about: those that answer best, or mean the same. */
export function likelyMatches<T extends { title: string }>(tasks: readonly T[], said: string): T[] {
  const found = bestMatches(tasks, said);
  return found.length > 0 ? found : relatedMatches(tasks, said);
}

function contentOf(said: string): string[] {
  return wordsOf(said).filter((word) => !silentWords.has(word));
}

function wordsOf(text: string): string[] {
  return tokenise(text, false)
    .tokens.filter((token) => token.kind !== "mark")
    .flatMap((token) =>
      token.kind === "quote"
        ? wordsOf(text.slice(token.start + 1, token.end - 1))
        : [normaliseWord(token.norm)],
    );
}

/** One letter wrong, another spelling of Roman Urdu, or the same word in the other script. */
function isSame(said: string, word: string): boolean {
  if (isNear(said, word)) return true;
  if (/^[a-z]+$/.test(said) && isNear(englishStem(said), englishStem(word))) return true;
  if (said.length >= 4 && word.startsWith(said)) return true;
  // آنے and آنا are one verb.
  if (isInfinitive(said) && isInfinitive(word) && said.slice(0, -2) === word.slice(0, -2))
    return true;
  if (foldRoman(said).length > 2 && isNear(foldRoman(said), foldRoman(word))) return true;
  return isOtherScript(said, word) && soundsAlike(said, word);
}

function isOtherScript(a: string, b: string): boolean {
  return /[\u0600-\u06ff]/.test(a) !== /[\u0600-\u06ff]/.test(b);
}

function soundsAlike(said: string, word: string): boolean {
  const sound = soundOf(said);
  // One consonant says little, but names such as علی have no more.
  if (sound.length < 2 && Math.max(said.length, word.length) > 4) return false;
  return sound.length > 0 && sound === soundOf(word);
}
