import { useCallback, useEffect, useRef, useState } from "react";

/** The part of the Web Speech API that is used here. Source: https://wicg.github.io/speech-api/ */
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

const LOCALES = { en: "en-US", ur: "ur-PK" } as const;
/** Errors that need no message: the person stopped or said nothing. */
const IGNORED_ERRORS: ReadonlySet<string> = new Set(["aborted", "no-speech"]);

type RecognitionConstructor = new () => Recognition;

const recognitionConstructor = (): RecognitionConstructor | undefined => {
  const speech = window as { SpeechRecognition?: unknown; webkitSpeechRecognition?: unknown };
  return (speech.SpeechRecognition ?? speech.webkitSpeechRecognition) as
    | RecognitionConstructor
    | undefined;
};

/**
 * Dictation, in browsers that support it. Listens until it is stopped, or until the person is
 * silent.
 *
 * @param onTranscript called with the whole transcript since the start, each time it changes
 */
export function useVoice(language: string, onTranscript: (text: string) => void) {
  const [available, setAvailable] = useState(false);
  const [listening, setListening] = useState(false);
  const [failed, setFailed] = useState(false);
  const recognition = useRef<Recognition | null>(null);
  const latest = useRef(onTranscript);
  latest.current = onTranscript;

  useEffect(() => {
    setAvailable(recognitionConstructor() !== undefined);
    return () => recognition.current?.abort();
  }, []);

  const stop = useCallback(() => recognition.current?.stop(), []);

  const start = useCallback(() => {
    const SpeechRecognition = recognitionConstructor();
    if (!SpeechRecognition || recognition.current) return;
    const instance = new SpeechRecognition();
    instance.lang = LOCALES[language === "ur" ? "ur" : "en"];
    instance.continuous = true;
    instance.interimResults = true;
    instance.onresult = ({ results }) =>
      latest.current(
        Array.from(results, (result) => result[0]?.transcript ?? "")
          .join(" ")
          .replace(/\s+/g, " ")
          .trim(),
      );
    instance.onerror = ({ error }) => setFailed(!IGNORED_ERRORS.has(error));
    instance.onend = () => {
      recognition.current = null;
      setListening(false);
    };
    recognition.current = instance;
    setFailed(false);
    setListening(true);
    instance.start();
  }, [language]);

  return { available, listening, failed, start, stop };
}
