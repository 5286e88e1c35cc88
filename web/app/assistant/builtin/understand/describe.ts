import { descriptionNouns } from "../lexicon/changes";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Token, textOf } from "../text/tokens";
import type { Changes, Command, Target } from "./command";
import { readNewTasks } from "./new-task";
import { bareVerbLength, endsInCommand, isUrduLike, opensWith } from "./shape";
import { readTarget } from "./target";
import { trimPunctuation, type Utterance } from "./utterance";

const nouns = new PhraseBook(descriptionNouns);

const TOWARDS = /^(to|on|for|of|in|under)$/;
const URDU_LINK = wordSet(
  "میں کا کی کے کو پر ساتھ یہ ایک mein main me ka ki ke k ko par pe sath saath ye yeh ek aik",
);
const SAYS = /^(:|=|-|–|—|that|saying|says|as|کہ|ke|k|kay|یہ|to)$/;

/** Reads what is written to a task beside its title: "add a note to task 8: bring the receipt". */
export function readDescribing(said: Utterance): Command | null {
  const tokens = trimPunctuation(said.tokens);
  for (let at = 0; at < Math.min(tokens.length, 12); at++) {
    const noun = nouns.at(tokens, at) ?? writtenIn(tokens, at);
    if (!noun) continue;
    const [before, after] = [tokens.slice(0, at), tokens.slice(at + noun.length)];
    const urdu = isUrduLike(before);
    return urdu ? inUrdu(said, before, after) : inEnglish(said, before, after);
  }
  return null;
}

/** "Task 10 mein ye likh do ke …": writing something in a task needs no name for it. */
function writtenIn(tokens: readonly Token[], at: number): { length: number } | null {
  const into = /^(mein|mai|me|میں|مین)$/.test(tokens[at - 1]?.norm ?? "") && at > 1;
  const written = tokens
    .slice(at, at + 2)
    .some(({ norm }) => /^(likh|likho|likhen|likhein|لکہ|لکہو|لکہین)$/.test(norm));
  const named =
    /^\d+$/.test(tokens[1]?.norm ?? "") ||
    tokens.slice(0, at).some(({ norm }) => /^(wale|wali|kaam|task|والے|والی|کام|ٹاسک)$/.test(norm));
  return into && written && tokens[0]?.kind === "word" && named ? { length: 0 } : null;
}

function inEnglish(
  said: Utterance,
  before: readonly Token[],
  after: readonly Token[],
): Command | null {
  const verb = opensWith(before);
  const written = before.every(({ norm }) =>
    /^(add|put|write|attach|append|include|leave|set|change|update|edit|make|a|the|this|another|please|can|you|new)$/.test(
      norm,
    ),
  );
  if (written && after[0]?.kind === "quote" && TOWARDS.test(after[1]?.norm ?? ""))
    return describing(said, after.slice(2), after.slice(0, 1));
  if (written && TOWARDS.test(after[0]?.norm ?? "")) {
    const { head, text } = divide(after.slice(1));
    return describing(said, head, text);
  }
  // "Add a note: bring dessert": of what was just spoken of, or else a task.
  if (written && before.length > 0 && after[0]?.norm === ":" && after.length > 1) {
    const target = { ids: [], filter: {}, text: "", wholeText: "", pointing: "one" as const };
    const changes: Changes = { description: textOf(said.source, after.slice(1)) };
    const otherwise = readNewTasks(said.source, after.slice(1), said.source.text);
    return { intent: "update", target, changes, otherwise };
  }
  // "Add to task 8's description: …"
  const towards = before.findIndex(({ norm }) => TOWARDS.test(norm));
  const opened = before.slice(0, Math.max(towards, 0));
  if (opened.length === 1 && /^(add|write|put|append)$/.test(opened[0]?.norm ?? "")) {
    const who = before.slice(towards + 1).filter(({ norm }) => !/^(['’]|s)$/.test(norm));
    return describing(said, who, divide(after).text);
  }
  // "Task 3 description: …" names the task first.
  const { head, text } = divide(after);
  if (verb || head.length > 0) return null;
  const told = describing(said, before, text);
  // "Task 3 details": nothing is written, so it is asked for.
  return told?.intent === "update" && text.length === 0
    ? { intent: "show", target: told.target }
    : told;
}

function inUrdu(
  said: Utterance,
  before: readonly Token[],
  after: readonly Token[],
): Command | null {
  let end = before.length;
  while (end > 0 && URDU_LINK.has(before[end - 1]?.norm ?? "")) end--;
  if (end === before.length || opensWith(before)) return null;
  const { head, text } = divide(after);
  const quoted = after.findIndex(({ kind }) => kind === "quote");
  if (quoted >= 0) return describing(said, before.slice(0, end), after.slice(quoted, quoted + 1));
  if (text.length === 0) return null;
  const commanded = head.every(({ norm }) => URDU_LINK.has(norm)) || endsInCommand(head);
  return commanded ? describing(said, before.slice(0, end), text) : null;
}

/** Cuts at the word that says a text begins: a colon, "that", کہ. */
function divide(tokens: readonly Token[]): { head: readonly Token[]; text: readonly Token[] } {
  const at = tokens.findIndex(({ norm, kind }) => kind === "quote" || SAYS.test(norm));
  if (at < 0) return { head: tokens, text: [] };
  const opens = tokens[at]?.kind === "quote" ? at : at + 1;
  let head = tokens.slice(0, at);
  while (bareVerbLength(head) === head.length && head.length > 0) head = [];
  return { head, text: trimPunctuation(tokens.slice(opens)) };
}

function describing(
  said: Utterance,
  who: readonly Token[],
  text: readonly Token[],
): Command | null {
  const target: Target = readTarget({ ...said, dates: [] }, trimPunctuation(who));
  const known = target.ids.length > 0 || target.pointing !== undefined || target.places;
  if (!known && (text.length === 0 || target.text === "" || /^(self|myself)$/i.test(target.text)))
    return null;
  const changes: Changes = text.length > 0 ? { description: textOf(said.source, text) } : {};
  return { intent: "update", target, changes };
}
