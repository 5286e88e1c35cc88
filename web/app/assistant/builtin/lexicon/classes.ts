import type { Wording } from "../text/wording";
import { addedThen } from "./added";
import { changeNoise, clearings, descriptionNouns, fieldNames } from "./changes";
import { closings, obligations } from "./closings";
import { openings } from "./commands";
import { correctionOpenings } from "./corrections";
import { listNoise, questions, taskNouns } from "./fillers";
import {
  aboutAfter,
  aboutBefore,
  barePriorities,
  categoryAfter,
  categoryBefore,
  namedPriorities,
  repeating,
  statuses,
} from "./filters";
import { particles, unwanted } from "./particles";
import { everything, neighbours, numberNouns, placeNouns, plurals, pronouns } from "./references";
import { counting, figures } from "./statistics";
import { politeClosings, politeOpenings, wholeMessages } from "./whole";

type Entries = readonly (readonly [Wording, unknown])[];

/** The classes of words that a reading is made of, each with the phrases in it. */
export const classBooks: readonly [name: string, entries: Entries, valued: boolean][] = [
  ["open", openings, true],
  ["close", closings, true],
  ["must", obligations, false],
  ["tasks", taskNouns, false],
  ["ask", questions, false],
  ["state", statuses, true],
  ["priority", namedPriorities, false],
  ["urgent", barePriorities, true],
  ["in-list", categoryBefore, false],
  ["list", categoryAfter, false],
  ["about", aboutBefore, false],
  ["about", aboutAfter, false],
  ["repeats", repeating, false],
  ["it", pronouns, false],
  ["they", plurals, false],
  ["all", everything, false],
  ["place", placeNouns, false],
  ["beside", neighbours, false],
  ["number", numberNouns, false],
  ["field", fieldNames, true],
  ["clear", clearings, false],
  ["note", descriptionNouns, false],
  ["change", changeNoise, false],
  ["look", listNoise, false],
  ["count", counting, false],
  ["figures", figures, false],
  ["polite", politeOpenings, false],
  ["polite", politeClosings, false],
  ["particle", particles, false],
  ["unwanted", unwanted, false],
  ["talk", wholeMessages, true],
  ["rather", correctionOpenings, false],
  ["added", addedThen, false],
];
