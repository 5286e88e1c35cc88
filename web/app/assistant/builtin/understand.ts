import type { Preferences } from "#app/when/preferences";
import { detectLanguage, type Language, readConsent } from "../language";
import { decide } from "./decide";
import { readChanges } from "./frames/changes";
import { type Clause, clauseOf, clauseText, says, whenOf } from "./frames/clause";
import type { Command, Understood } from "./frames/command";
import { commandOf, isVague } from "./frames/command-of";
import { named, withReminders } from "./frames/reminders";
import { partThoughts, type Thoughts } from "./frames/second-thoughts";
import { readTarget } from "./frames/target";
import { contextFor, timeContext, timesOnce } from "./frames/times";
import { postpositions } from "./lexicon/particles";
import { analyse, sourceOf } from "./reading/analyse";
import { isInfinitive } from "./reading/classes";
import type { KnownTask } from "./reading/known";
import { KnownTitles } from "./reading/known";
import { type Reading, read, tag } from "./reading/read";
import { isKnownWord, model } from "./reading/weights";

/** What a message is understood against. */
export interface Setting {
  now: Temporal.ZonedDateTime;
  /** The tasks of the person. */
  tasks: readonly KnownTask[];
  language?: Language;
  /** How the person counts weeks and hours, as far as they chose. */
  preferences?: Partial<Preferences>;
  /** Whether the message goes on from one before it. */
  goesOn?: boolean;
}

/** Nobody tells a list of tasks more at once; what is read takes its time for each word. */
const WORDS_MAX = 800;
/** Longer messages are not read a second time for what they take back. */
const THOUGHT_WORDS = 120;

/** What a message asks for, command by command; at least one is given. */
export function understand(text: string, setting: Setting): Command[] {
  const commands = understandEach(text, setting).map(({ command }) => command);
  if (commands.length === 0) return [{ intent: "too-long" }];
  const consent = readConsent(text);
  if (consent && !commands.some(pointsAtTasks))
    return [{ intent: "answer", yes: consent === "yes" }];
  const known = commands.filter(({ intent }) => intent !== "unknown");
  const talk = known.filter(({ intent }) => intent !== "greet" && intent !== "thanks");
  return talk.length > 0 ? talk : known.length > 0 ? known.slice(0, 1) : [{ intent: "unknown" }];
}

/** "Delete it" and "undo that" are commands although they may answer a question too. */
const pointsAtTasks = (command: Command): boolean =>
  command.intent === "undo" ||
  ("target" in command &&
    (command.target.pointing !== undefined || command.target.everything === true));

/** The message that was read last: the steps of a turn ask for the same one again and again. */
let last: { text: string; setting: Setting; each: readonly Understood[] } | undefined;

/** Each command of a message with the words that it was read from; none of what is too long. */
export function understandEach(text: string, setting: Setting): readonly Understood[] {
  if (last?.text !== text || !isSame(last.setting, setting))
    last = { text, setting, each: readEach(text, setting) };
  return last.each;
}

function isSame(one: Setting, two: Setting): boolean {
  if (one === two) return true;
  const { now, tasks, ...rest } = one;
  const { now: later, tasks: others, ...more } = two;
  return (
    now.equals(later) &&
    JSON.stringify(rest) === JSON.stringify(more) &&
    tasks.length === others.length &&
    tasks.every(({ id, title }, at) => id === others[at]?.id && title === others[at]?.title)
  );
}

function readEach(text: string, setting: Setting, isPart = false): Understood[] {
  const language = setting.language ?? detectLanguage(text);
  const time = timeContext(setting, language);
  const source = sourceOf(text, language);
  if (source.tokens.length > WORDS_MAX) return [];
  const short = source.tokens.length <= THOUGHT_WORDS;
  const thoughts = short && !isPart ? partThoughts(source) : null;
  const meant = thoughts && insteadOf(thoughts, setting);
  if (meant) return meant;
  const analysis = analyse(source, language, {
    time,
    titles: titlesOf(setting.tasks),
    goesOn: setting.goesOn ?? false,
    isKnownWord,
  });
  const timesIn = timesOnce(text);
  const clauseAs = (reading: Reading): Clause =>
    clauseOf(analysis, reading, contextFor(reading.intent, time), timesIn);
  const each = read(analysis, model()).map((reading) => {
    const as = (intent: string): Command => {
      const tags = tag(analysis, reading, intent, model().tags);
      const other = { ...reading, intent, tags };
      return commandOf(clauseAs(other));
    };
    const clause = clauseAs(reading);
    return { command: decide(commandOf(clause), clause, as), clause };
  });
  return withReminders(each);
}

/** What a message means that takes a part of itself back; null where nothing is put in its place. */
function insteadOf({ first, instead }: Thoughts, setting: Setting): Understood[] | null {
  const before = readEach(first, setting, true);
  const after = readEach(instead, setting, true);
  const [told, wanted] = [before.at(-1), after[0]];
  if (!told || !wanted || after.length > 1) return null;
  const { command } = told;
  const others = before.slice(0, -1);
  // "Add soap, scratch that, buy oil" is an order of its own.
  if (says(wanted.clause, /^(?:open|close|must|errand|infinitive)/)) return [...others, wanted];
  const said = clauseText(wanted.clause);
  const { title: _, ...changes } = readChanges(wanted.clause);
  if (command.intent === "update" && Object.keys(changes).length > 0)
    return [
      ...others,
      { ...told, command: { ...command, changes: { ...command.changes, ...changes } } },
    ];
  if ("target" in command && !wanted.clause.times.length) {
    const target = readTarget(wanted.clause);
    const meant = isVague(target) ? named(said) : target;
    return said === "" && isVague(target)
      ? null
      : [...others, { ...told, command: { ...command, target: meant } }];
  }
  const [task, ...more] = command.intent === "add" ? command.tasks : [];
  const when = whenOf(wanted.clause);
  if (!task || more.length > 0 || (said === "" && !when)) return null;
  const title = said === "" ? task.title : withVerbOf(task.title, when ? said : instead);
  const tasks = [{ ...task, title, ...(when && { when }) }];
  return [...others, { ...told, command: { intent: "add", tasks } }];
}

/** Urdu has its verb last: "anday lana", said of bread instead, is "bread lana". */
function withVerbOf(title: string, said: string): string {
  const words = title.split(" ");
  const verb = words.findLastIndex((word) => postpositions.has(word)) + 1;
  const tail = isInfinitive(words.at(-1) ?? "") ? words.slice(Math.max(verb, 1)) : [];
  return [said, ...tail].join(" ");
}

let lastTitles: { tasks: readonly KnownTask[]; titles: KnownTitles } | undefined;

/** The titles of some tasks, made once for the messages of a turn. */
function titlesOf(tasks: readonly KnownTask[]): KnownTitles {
  if (lastTitles?.tasks !== tasks) lastTitles = { tasks, titles: new KnownTitles(tasks) };
  return lastTitles.titles;
}
