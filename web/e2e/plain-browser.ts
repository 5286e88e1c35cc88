import { expect } from "vitest";

/** A browser without script: it keeps cookies, sends forms and follows where it is led. */
export class PlainBrowser {
  readonly #url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  async open(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("accept", "text/html");
    headers.set("cookie", [...this.cookies].map((pair) => pair.join("=")).join("; "));
    const response = await fetch(this.#url + address, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  send(address: string, fields: Record<string, string | File>, origin = this.#url) {
    const files = Object.values(fields).some((value) => value instanceof File);
    const form = files ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) form.append(name, value as string);
    return this.open(address, { method: "POST", body: form, headers: { origin } });
  }

  /** Sends a form that goes well, and gives the page it leads to. */
  async follow(address: string, fields: Record<string, string | File>): Promise<string> {
    const sent = await this.send(address, fields);
    expect(sent.status, await sent.clone().text()).toBe(303);
    return (await this.open(sent.headers.get("location") ?? "")).text();
  }
}
