const CONSONANTS: Record<string, string> = {
  ب: "b",
  پ: "p",
  ت: "t",
  ٹ: "t",
  ث: "s",
  ج: "j",
  چ: "ch",
  ح: "",
  خ: "kh",
  د: "d",
  ڈ: "d",
  ذ: "z",
  ر: "r",
  ڑ: "r",
  ز: "z",
  ژ: "z",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "z",
  ط: "t",
  ظ: "z",
  غ: "gh",
  ف: "f",
  ق: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  ہ: "",
  ی: "",
  ے: "",
  و: "",
  ا: "",
  ع: "",
};

/** The consonants of a word in either script, so that دودھ and `doodh` are the same word. */
export function soundOf(word: string): string {
  const latin = [...word.replace(/(.)\1+/g, "$1")]
    .map((letter) => CONSONANTS[letter] ?? letter)
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
