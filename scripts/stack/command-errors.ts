/** A precondition is not met and nothing was changed. The message is one sentence that says what to do. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** A step failed after it was started. The message is one sentence that says what to look at. */
export class Failure extends Error {
  override name = "Failure";
}
