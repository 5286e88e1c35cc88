import { randomBytes } from "node:crypto";
import { Refusal } from "../stack/command-errors.ts";

/** How long a plan may be acted upon, in milliseconds. */
const LIFETIME = 10 * 60_000;

interface Plan {
  what: string;
  /** The state that the plan was made for. */
  basis: string;
  expires: number;
}

/**
 * The acts that were planned and not yet done. An act is done by a second call with the token that the
 * plan of the first one gave: once, with the same arguments, and on the state that was planned for.
 */
export class Plans {
  readonly #plans = new Map<string, Plan>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Keeps a plan.
   *
   * @param what the act with its arguments
   * @param basis the state it was made for, such as the Deployment's generation
   * @returns its token
   */
  make(what: string, basis: string): string {
    for (const [token, { expires }] of this.#plans)
      if (expires <= this.#now()) this.#plans.delete(token);
    const token = randomBytes(12).toString("base64url");
    this.#plans.set(token, { what, basis, expires: this.#now() + LIFETIME });
    return token;
  }

  /** Takes a plan, which is then used up. @throws Refusal that says why it cannot be acted upon */
  take(token: string, what: string, basis: string): void {
    const plan = this.#plans.get(token);
    this.#plans.delete(token);
    const again = "call it without a token for a new plan";
    if (!plan || plan.expires <= this.#now())
      throw new Refusal(`There is no plan of this token, or it was used or is too old; ${again}.`);
    if (plan.what !== what) throw new Refusal(`The token is that of another plan; ${again}.`);
    if (plan.basis !== basis)
      throw new Refusal(`The stack has changed since the plan was made; ${again}.`);
  }
}
