import type { Intent } from "./commands";

/** English verbs in two pieces, with what stands between them: "bring the meeting forward". */
export const splitVerbs: readonly {
  verb: RegExp;
  particle: RegExp;
  intent: Intent;
}[] = [
  { verb: /^(bring|move|pull)$/, particle: /^(forward|up|earlier)$/, intent: "update" },
  { verb: /^(push|move|put|set)$/, particle: /^(back|off|out|later|ahead)$/, intent: "update" },
  { verb: /^(cross|check|tick|mark)$/, particle: /^off$/, intent: "complete" },
  { verb: /^(scratch|strike|take|wipe)$/, particle: /^off$/, intent: "delete" },
  { verb: /^(put|write|jot|note|mark|get|stick|pop)$/, particle: /^down$/, intent: "add" },
  { verb: /^(pop|stick|chuck|throw|slot|pencil|bung|shove)$/, particle: /^in$/, intent: "add" },
  { verb: /^(open|start|do)$/, particle: /^again$/, intent: "reopen" },
  { verb: /^(throw|toss|chuck)$/, particle: /^(out|away)$/, intent: "delete" },
];
