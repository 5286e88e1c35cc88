import { useCallback, useEffect, useRef, useState } from "react";

/** As much of the Web Speech API as is used here. Source: https://wicg.github.io/speech-api/ */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

const SPOKEN = { en: "en-US", ur: "ur-PK" } as const;
/** Ends that are nobody's fault and need no word. */
const QUIET: ReadonlySet<string> = new Set(["aborted", "no-speech"]);

type RecognitionMaker = new () => Recognition;

const maker = (): RecognitionMaker | undefined => {
  const speech = window as { SpeechRecognition?: unknown; webkitSpeechRecognition?: unknown };
  return (speech.SpeechRecognition ?? speech.webkitSpeechRecognition) as
    | RecognitionMaker
    | undefined;
};

/**
 * Writing by voice, where the browser can. It listens until it is told to stop, or until nothing
 * is said any more.
 *
 * @param onWords takes all that was said since it began to listen, again with every word
 */
export function useVoice(language: string, onWords: (words: string) => void) {
  const [available, setAvailable] = useState(false);
  const [listening, setListening] = useState(false);
  const [failed, setFailed] = useState(false);
  const recognition = useRef<Recognition | null>(null);
  const latest = useRef(onWords);
  latest.current = onWords;

  useEffect(() => {
    setAvailable(maker() !== undefined);
    return () => recognition.current?.abort();
  }, []);

  const stop = useCallback(() => recognition.current?.stop(), []);

  const start = useCallback(() => {
    const Maker = maker();
    if (!Maker || recognition.current) return;
    const one = new Maker();
    one.lang = SPOKEN[language === "ur" ? "ur" : "en"];
    one.continuous = true;
    one.interimResults = true;
    one.onresult = ({ results }) =>
      latest.current(
        Array.from(results, (result) => result[0]?.transcript ?? "")
          .join(" ")
          .replace(/\s+/g, " ")
          .trim(),
      );
    one.onerror = ({ error }) => setFailed(!QUIET.has(error));
    one.onend = () => {
      recognition.current = null;
      setListening(false);
    };
    recognition.current = one;
    setFailed(false);
    setListening(true);
    one.start();
  }, [language]);

  return { available, listening, failed, start, stop };
}
