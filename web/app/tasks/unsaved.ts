import type { Dictionary } from "#app/i18n/en";

/** The answer to a form that did not reach the server. */
export interface Unsaved {
  ok: false;
  intent: "unsaved";
  notice: { id: string; kind: keyof Dictionary["notices"] };
}

export const notSaved = (): Unsaved => ({
  ok: false,
  intent: "unsaved",
  notice: { id: `unsaved-${Date.now()}`, kind: "notSaved" },
});
