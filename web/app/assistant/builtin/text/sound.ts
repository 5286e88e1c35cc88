import { consonants } from "../lexicon/consonants";

/** The consonants of a word in either script, so that دودھ and `doodh` are the same word. */
export function soundOf(word: string): string {
  const latin = [...word.replace(/(.)\1+/g, "$1")]
    .map((letter) => consonants[letter] ?? letter)
    .join("");
  return latin
    .toLowerCase()
    .replace(/ch/g, "C")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[qc]/g, "k")
    .replace(/x/g, "ks")
    .replace(/g(?=[iey])/g, "j")
    .replace(/ph/g, "f")
    .replace(/[aeiouywvh]/g, "");
}
