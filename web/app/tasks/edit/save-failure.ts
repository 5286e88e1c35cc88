import type { Dictionary } from "#app/i18n/en";

/** The client-side result of a form that could not be submitted: the request or the server failed. */
export interface SaveFailure {
  ok: false;
  intent: "unsaved";
  notice: { id: string; kind: keyof Dictionary["notices"] };
}

/** Makes a {@link SaveFailure}, with the notice that the page shows. */
export const saveFailure = (): SaveFailure => ({
  ok: false,
  intent: "unsaved",
  notice: { id: `unsaved-${Date.now()}`, kind: "notSaved" },
});
