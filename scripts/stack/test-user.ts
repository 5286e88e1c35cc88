import { randomBytes } from "node:crypto";
import { Failure } from "./command-errors.ts";

type Json = Record<string, unknown>;

/** A temporary account: signs up, uses Karlo through its API and is deleted. Each step returns what to print. */
export class TestUser {
  readonly #address: string;
  readonly #email = `verify-${randomBytes(6).toString("hex")}@karlo.invalid`;
  readonly #password = randomBytes(18).toString("base64url");
  #token = "";

  /** @param address base URL of the app, without a slash at its end */
  constructor(address: string) {
    this.#address = address;
  }

  async checkHealth(): Promise<string> {
    await this.#call("GET", "/health", 200);
    return "answers";
  }

  async checkReady(): Promise<string> {
    await this.#call("GET", "/ready", 200);
    return "there";
  }

  async signUp(): Promise<string> {
    const body = { name: "Verify", email: this.#email, password: this.#password };
    const { token } = await this.#call("POST", "/api/v1/auth/signup", 201, body);
    this.#token = String(token);
    return this.#email;
  }

  async addTask(): Promise<string> {
    const { id } = await this.#call("POST", "/api/v1/tasks", 201, { title: "verify" });
    const { title } = await this.#call("GET", `/api/v1/tasks/${id}`, 200);
    if (title !== "verify") throw new Failure(`task ${id} came back as ${JSON.stringify(title)}`);
    return `number ${id} was added and read`;
  }

  async chat(): Promise<string> {
    const message = "Show my tasks";
    const run = await this.#call("POST", "/api/v1/chat", 200, { message });
    if (run.status !== "completed") throw new Failure(`its run ended as ${run.status}`);
    return `${run.model} answered ${JSON.stringify(String(run.response).slice(0, 60))}`;
  }

  /** Deletes the account through the form of the profile page. */
  async deleteAccount(): Promise<string> {
    const credentials = { email: this.#email, password: this.#password };
    const signedIn = await this.#send("POST", "/api/auth/sign-in/email", credentials);
    const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    const form = new URLSearchParams({ intent: "delete", current: this.#password });
    const left = await fetch(`${this.#address}/profile`, {
      method: "POST",
      headers: { cookie: cookies.join("; ") },
      body: form,
      redirect: "manual",
    });
    if (left.status !== 303 || left.headers.get("location") !== "/")
      throw new Failure(`${this.#email} could not be deleted: ${left.status}`);
    return "done";
  }

  async #call(method: string, path: string, expected: number, body?: Json): Promise<Json> {
    const answer = await this.#send(method, path, body);
    const text = await answer.text();
    if (answer.status !== expected)
      throw new Failure(`${method} ${path} answered ${answer.status}: ${text.slice(0, 200)}`);
    return answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {};
  }

  #send(method: string, path: string, body?: Json): Promise<Response> {
    return fetch(this.#address + path, {
      method,
      headers: {
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(body && { "content-type": "application/json" }),
      },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(90_000),
    }).catch((error: Error) => {
      throw new Failure(`${method} ${path} was not answered: ${error.message}`);
    });
  }
}
