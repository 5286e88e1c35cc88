import { expect } from "vitest";

/** A browser without JavaScript: keeps cookies, submits forms and follows redirects. */
export class PlainBrowser {
  readonly #url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Requests a page; does not follow redirects. */
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

  /** Submits a form; multipart when a field is a file. */
  send(address: string, fields: Record<string, string | File>, origin = this.#url) {
    const files = Object.values(fields).some((value) => value instanceof File);
    const form = files ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) form.append(name, value as string);
    return this.open(address, { method: "POST", body: form, headers: { origin } });
  }

  /** Submits a form, expects a redirect and returns the HTML of its target. */
  async follow(address: string, fields: Record<string, string | File>): Promise<string> {
    const sent = await this.send(address, fields);
    expect(sent.status, await sent.clone().text()).toBe(303);
    return (await this.open(sent.headers.get("location") ?? "")).text();
  }
}
