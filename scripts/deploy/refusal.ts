/** Nothing was changed, and why: one sentence that says what to do. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** It was begun and did not succeed: one sentence that says what to look at. */
export class Failure extends Error {
  override name = "Failure";
}
