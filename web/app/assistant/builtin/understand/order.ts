import type { Language } from "../../language";
import { recogniseDates, undated } from "../dates/recognise";
import { addedThen, addingWords } from "../lexicon/added";
import { fieldNames } from "../lexicon/changes";
import { lightVerbs } from "../lexicon/light-verbs";
import { particles, postpositions, unwanted } from "../lexicon/particles";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, tokenise } from "../text/tokens";
import { asksInUrdu } from "./asking";
import { isBarePriority } from "./attributes";
import { withoutForgetting } from "./forgotten";
import {
  bareVerbLength,
  closing,
  courteous,
  endsInCommand,
  isCopula,
  isInfinitive,
  isOne,
  isUrduLike,
  obligation,
  opening,
  taskNoun,
} from "./shape";
import { trimPunctuation } from "./utterance";

const particle = new PhraseBook(particles);
const addIt = new PhraseBook(addedThen, addingWords);
const needless = new PhraseBook(unwanted);
const field = new PhraseBook(fieldNames);
const doing = new PhraseBook([[{ ur: "{kar}", roman: "{kar}" }, true]] as const, lightVerbs);

/**
 * An Urdu message in the order of its grammar, with the verb at its end. In talk it may stand first
 * (kar do na complete wo wala, bhej di maine invoice) or be followed by what it is about.
 */
export function inOrder(text: string, language: Language): string {
  if (language === "en") return withoutAddIt(withNames(uncontracted(text)));
  const source = tokenise(text, language === "ur-Latn" || /[a-z]/i.test(text));
  if (!isUrduLike(source.tokens)) return text;
  const plain = withoutForgetting(withoutParticles(source.tokens));
  const ordered = verbLast(
    described(told(due(stated(rated(ratedAhead(named(withoutNeed(plain)))))))),
  );
  return ordered.length === source.tokens.length && ordered.every((t, at) => t.index === at)
    ? text
    : sentence(source, ordered);
}

/** "Gym's at 7" is "gym is at 7"; "what's on" stays. */
function uncontracted(text: string): string {
  return text.replace(CONTRACTED, (whole, name: string, next: string) =>
    /^(?:it|that|what|who|where|how|when|there|here|let|he|she|everything)$/i.test(name)
      ? whole
      : `${name} ${next === "been" ? "has" : "is"} ${next}`,
  );
}

const CONTRACTED =
  /(\p{L}+)['’]s (due|at|been|now|done|finished|moved|cancelled|canceled|overdue|not|urgent|important)\b/giu;

/** "I've paid it, the electricity one": what "it" is stands behind. */
function withNames(text: string): string {
  return text.replace(/(?<!\b(?:not|no) )\b(?:it|that)\s*,\s*(the [^,]+ one)[.!]?$/i, "$1");
}

/** "I forgot the card, stick it on for Monday": what "it" is stands before. */
function withoutAddIt(text: string): string {
  const source = tokenise(text, false);
  const { tokens } = source;
  for (let at = 3; at < tokens.length; at++) {
    const found = isMark(tokens[at - 1]) ? addIt.at(tokens, at) : null;
    if (!found || !ends(tokens, at + found.length)) continue;
    const said = courteous(tokens.slice(0, at - 1));
    const first = opening.at(said, 0);
    const title = first?.value === "add" ? said.slice(first.length) : said;
    return `add ${sentence(source, [...title, ...tokens.slice(at + found.length)])}`;
  }
  return text;
}

/** The text of tokens in an order of their own; neighbours keep what stood between them. */
function sentence({ text }: Source, tokens: readonly Token[]): string {
  return tokens
    .map((token, at) => {
      const next = tokens[at + 1];
      const beside = next?.index === token.index + 1;
      return (
        text.slice(token.start, beside ? next.start : token.end) + (next && !beside ? " " : "")
      );
    })
    .join("");
}

const NA = wordSet("na نا");
const YAAR = wordSet("yar yaar yr یار");
const I = wordSet("mujhe mjhe mujhy mai main maine مجھے میں");

const MINE = wordSet("mera meri mere میرا میری میرے");
const RESUMES = wordSet("usko isko usay isay اسکو اسے");

/** Whether nothing follows, or something that says when. */
function ends(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || isMark(next) || recogniseDates(tokens.slice(at))[0]?.start === 0;
}

/** Without "zara", "yaad se", and the "na" and "yaar" that only speak to someone. */
function withoutParticles(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [token, next] = tokens.slice(at);
    const found = particle.at(tokens, at);
    const owns = MINE.has(token?.norm ?? "") && isCopula(kept.at(-1)) && ends(tokens, at + 1);
    const resumes = RESUMES.has(token?.norm ?? "") && isOne(kept.at(-1));
    const asks = NA.has(token?.norm ?? "") && asksNicely(kept);
    const calls =
      YAAR.has(token?.norm ?? "") && !postpositions.has(next?.norm ?? "") && next !== undefined;
    if (token && !(found || asks || calls || owns || resumes)) kept.push(token);
    at += found?.length ?? 1;
  }
  return kept.some(({ kind }) => kind !== "mark") ? kept : tokens;
}

function asksNicely(before: readonly Token[]): boolean {
  return (
    bareVerbLength(before) > 0 ||
    opening.whole(before) !== undefined ||
    I.has(before.at(-1)?.norm ?? "")
  );
}

function endsInVerb(tokens: readonly Token[]): boolean {
  return endsInCommand(tokens) || bareVerbLength(tokens) > 0;
}

function isMark(token: Token | undefined): boolean {
  return token?.kind === "mark";
}

const NEGATION = wordSet("nahi nahin nhi نہیں");
const NOW = wordSet("ab اب");

/** "Hata do gym, ab zaroorat nahi" and "bread nahi lani ab, nikal do": only what is taken away. */
function withoutNeed(tokens: readonly Token[]): readonly Token[] {
  const core = trimPunctuation(tokens);
  const last = needless.endingAt(core, core.length);
  const rest = core.slice(0, -(last?.length ?? 0));
  const first = opening.at(rest, 0);
  // "Delete nahi karna" forbids; "hata do gym" is a command whatever stands behind it.
  const commands = first
    ? first.value === "delete" && first.length > 1
    : endsInVerb(trimPunctuation(rest));
  const bound = obligation.endingAt(rest, rest.length) !== null;
  const ended = isMark(rest.at(-1)) || bareVerbLength(rest) > 0 || bound;
  if (last && commands && (first || ended)) return trimPunctuation(rest);
  const mark = core.findLastIndex(isMark);
  const no = core.findIndex(({ norm }) => NEGATION.has(norm));
  if (no < 1 || mark < no || closing.whole(core.slice(mark + 1)) !== "delete") return tokens;
  const from = NOW.has(core[no - 1]?.norm ?? "") ? no - 1 : no;
  return from > 0 ? [...core.slice(0, from), ...core.slice(mark + 1)] : tokens;
}

/** "… high kar do priority", "gym kar do complete": the verb behind the noun that belongs to it. */
function named(tokens: readonly Token[]): readonly Token[] {
  const name = field.endingAt(tokens, tokens.length);
  const rest = tokens.slice(0, -(name?.length ?? 1));
  const noun = tokens.slice(rest.length);
  const verb = bareVerbLength(rest);
  const start = rest.length - verb;
  const joins = closing.whole([...noun, ...rest.slice(start)]) !== undefined;
  if (verb === 0 || start < 1 || !(name ?? joins)) return tokens;
  const at = name ? start - 1 : start;
  return at < 1 ? tokens : [...rest.slice(0, at), ...noun, ...rest.slice(at)];
}

/** "Zaroori kaam add karo passport renew karwana": how much it matters, behind what it is. */
function ratedAhead(tokens: readonly Token[]): readonly Token[] {
  const [value, ...rest] = tokens;
  const adds = value && isBarePriority(value) ? opening.at(rest, 0) : null;
  const titled = adds && rest[adds.length]?.kind === "word";
  return value && titled && adds.value === "add" && adds.length > 1 ? [...rest, value] : tokens;
}

/** "Urgent hai ye bill": what it is, behind what is so. */
function rated(tokens: readonly Token[]): readonly Token[] {
  const [value, is, ...rest] = tokens;
  const fronted = value && isBarePriority(value) && isCopula(is);
  const [only, ...more] = rest;
  const points = /^(?:ye|yeh|wo|woh|یہ|وہ)$/.test(only?.norm ?? "") ? more : rest;
  const bare = endsInCommand(rest) || obligation.endingAt(rest, rest.length);
  return fronted && points.length > 0 && !bare ? [...points, value, ...(is ? [is] : [])] : tokens;
}

/** "Meeting hai kal client ke sath": whose or with whom, before what there is. */
function stated(tokens: readonly Token[]): readonly Token[] {
  const core = trimPunctuation(tokens);
  const at = core.findIndex(isCopula);
  const [before, rest] = [core.slice(0, at), core.slice(at + 1)];
  const named = undated(before).length;
  const noun = named > 0 && named < 4 && !isInfinitive(before.at(-1)) && !opening.at(core, 0);
  const cased = /^(?:ka|ki|ke|sath|saath|liye|mein|pe|par|کا|کی|ساتہ|لیے|میں|پر)$/;
  const bare = rest.length < 9 && !rest.some(isMark) && !asksInUrdu(core);
  if (!noun || !bare || !cased.test(undated(rest).at(-1)?.norm ?? "")) return tokens;
  return [...rest, ...before, ...core.slice(at, at + 1)];
}

const OBLIQUE = /(?:ne|نے)$/;

/** "Mujhe kal jana hai bank": what has to be done, behind what it is done to. */
function due(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(isInfinitive);
  const bound = at < 0 ? null : obligation.at(tokens, at + 1);
  const before = tokens.slice(0, Math.max(at, 0));
  // "Bank jana hai cheque jama karwane": what for stands before the verb as well.
  const purpose = isInfinitive(tokens.at(-1)) && OBLIQUE.test(tokens.at(-1)?.norm ?? "");
  if (!bound || (!purpose && undated(before).some(({ norm }) => !I.has(norm)))) return tokens;
  const from = at + 1 + bound.length;
  const mark = tokens.findIndex((token, place) => place >= from && isMark(token));
  const end = mark < 0 ? tokens.length : mark;
  const rest = tokens.slice(from, end).filter(({ norm }) => !I.has(norm));
  const asks = undated(rest).length === 0 || asksInUrdu(rest);
  const closes = endsInVerb(rest) || obligation.endingAt(rest, rest.length) !== null;
  if (asks || closes || isBarePriority(undated(rest)[0] as Token)) return tokens;
  return [...before, ...rest, ...tokens.slice(at, from), ...tokens.slice(end)];
}

/** "Meeting cancel kar do peer wali": what says which one, before what is done to it. */
function described(tokens: readonly Token[]): readonly Token[] {
  const core = trimPunctuation(tokens);
  const noun = taskNoun.endingAt(core, core.length)?.length ?? 0;
  const named = isOne(core.at(-noun - 1)) && !doing.at(core, 0);
  for (let at = core.length - noun - 2; named && at > 1; at--) {
    const [head, tail] = [core.slice(0, at), core.slice(at)];
    if (
      tail.length > 5 ||
      head.at(-1)?.norm === ":" ||
      isMark(tail[0]) ||
      THAT.has(tail[0]?.norm ?? "")
    )
      return tokens;
    if (endsInVerb(head)) return [...tail, ...head];
  }
  return tokens;
}

const THAT = wordSet("ke k kay کہ کے");

const SUBJECT = wordSet("maine mene main mai humne میں ہم");
const NE = wordSet("ne نے");

const BEING = wordSet("hun hoon hu tha thi the hai hain h he hen ہوں تھا تھی تھے ہے ہیں");
const PAST =
  /(?:diya|dia|liya|lia|di|li|aya|gaya|gya|gai|gayi|chuka|chuki|دیا|لیا|دی|لی|ایا|گیا|گیی|چکا|چکی)$/;

/** "Bhej di hai maine invoice", "le liya doodh maine": what was done, behind what it was done to. */
function told(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ norm }) => SUBJECT.has(norm));
  const length = NE.has(tokens[at + 1]?.norm ?? "") ? 2 : 1;
  const plain = at < 1 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + length)];
  const most = at < 1 ? Math.min(4, plain.length - 1) : at;
  for (let end = Math.min(5, most); end > 0; end--) {
    const [verb, rest] = [plain.slice(0, end), plain.slice(end)];
    const done = closing.endingAt(verb, end);
    const past = PAST.test(verb.filter((token) => !isCopula(token)).at(-1)?.norm ?? "");
    const whole = done?.value === "complete" && done.length >= end - 1;
    const bare = closing.endingAt(rest, rest.length) === null && !isInfinitive(rest.at(-1));
    if (
      whole &&
      past &&
      (end > 1 || at > 0) &&
      bare &&
      !BEING.has(rest[0]?.norm ?? "") &&
      rest.length > 0
    )
      return [...rest, ...verb];
  }
  return tokens;
}

/** "Kar do complete gym wala": the light verb, with the noun it belongs to, at the end. */
function verbLast(tokens: readonly Token[]): readonly Token[] {
  const found = doing.at(tokens, 0);
  const rest = trimPunctuation(tokens.slice(found?.length ?? 0));
  if (!found || rest.length < 2 || bareVerbLength(rest) > 0) return tokens;
  const verb = tokens.slice(0, found.length);
  const noun = [rest.slice(0, 1), rest.slice(-1)].find(
    (words) => closing.whole([...words, ...verb]) !== undefined,
  );
  const others = noun ? rest.filter((token) => !noun.includes(token)) : rest;
  return [...others, ...(noun ?? []), ...verb];
}
