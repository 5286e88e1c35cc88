import { defaultPreferences } from "#app/when/preferences";
import { fixtureTasks } from "../builtin/corpus/fixture-tasks";
import { type Analysis, analyse, sourceOf } from "../builtin/reading/analyse";
import { intentFeatures, type Stretch } from "../builtin/reading/features";
import { KnownTitles } from "../builtin/reading/known";
import { scores } from "../builtin/reading/linear";
import { type Reading, read } from "../builtin/reading/read";
import { isKnownWord, model } from "../builtin/reading/weights";
import { detectLanguage } from "../language";

const READINGS_SHOWN = 3;
const FEATURES_SHOWN = 6;

/** Shows how a message is read: its words, the best readings of each part, and what spoke for them. */
export function explain(text: string): string[] {
  const language = detectLanguage(text);
  const analysis = analyse(sourceOf(text, language), language, {
    time: {
      now: new Date(),
      timeZone: "UTC",
      spoken: true,
      preferences: defaultPreferences("en-PK"),
    },
    titles: new KnownTitles(fixtureTasks.map((task) => ({ completed: false, ...task }))),
    goesOn: false,
    isKnownWord,
  });
  return [
    `${text}   (${language})`,
    ...read(analysis, model()).flatMap((reading) => linesOf(analysis, reading)),
  ];
}

function linesOf(analysis: Analysis, reading: Reading): string[] {
  const { source, timeAt, known, classes } = analysis;
  const words = source.tokens.slice(reading.start, reading.end).map((token) => {
    const { index } = token;
    const marks = [
      reading.tags[index] === "O" ? "" : reading.tags[index],
      (timeAt[index] ?? -1) >= 0 ? "time" : "",
      known[index] ? "task" : "",
      ...(classes[index] ?? []),
      reading.breaks.includes(index) ? "break" : "",
    ].filter(Boolean);
    return `  ${source.text.slice(token.start, token.end)}  ${marks.join(" ")}`;
  });
  const readings = reading.ranked
    .slice(0, READINGS_SHOWN)
    .map(
      ([name, share]) =>
        `${name} ${Math.round(share * 100)} %: ${reasonsFor(analysis, reading, name)}`,
    );
  return [...words, ...readings];
}

/** The features that speak most for an intent. */
function reasonsFor(analysis: Analysis, stretch: Stretch, intent: string): string {
  const { intents } = model();
  const at = intents.classes.indexOf(intent);
  const weighed = [...new Set(intentFeatures(analysis, stretch))].map(
    (feature) => [feature, scores(intents, [feature])[at] ?? 0] as const,
  );
  return weighed
    .sort((a, b) => b[1] - a[1])
    .slice(0, FEATURES_SHOWN)
    .map(([feature, weight]) => `${feature} ${weight.toFixed(1)}`)
    .join(", ");
}
