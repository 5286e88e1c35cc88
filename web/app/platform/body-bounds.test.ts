// What a request brings is counted before anything looks at each piece of it: a megabyte holds half a
// million values, or fifteen thousand parts of a form.
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json";
import { readForm } from "./read-form";

const refused = expect.objectContaining({ code: "invalid_input", status: 422 });

describe("JSON", () => {
  it.each([
    ["lists in lists", "[".repeat(400_000) + "]".repeat(400_000)],
    ["lists that never end", "[".repeat(900_000)],
    ["objects in objects", '{"a":'.repeat(100_000)],
    ["a member that is deep", `{"title":"a","b":${"[".repeat(33)}${"]".repeat(33)}}`],
    ["many members", `{${Array.from({ length: 6_000 }, (_, n) => `"k${n}":1`).join()}}`],
    ["many items", `[${"1,".repeat(6_000)}1]`],
    ["many empty lists", `[${"[],".repeat(6_000)}1]`],
    ["items after a text that ends in a backslash", `["\\\\",${"1,".repeat(6_000)}1]`],
  ])("is refused with %s", (_, text) => {
    expect(() => parseJson(text)).toThrow(refused);
  });

  it.each([
    ["as deep and with as many values as a request may have", `[${"[1,2],".repeat(1_600)}1]`],
    ["a long text of what would be values outside of it", JSON.stringify(["[{,".repeat(100_000)])],
    ["escaped quotation marks", JSON.stringify({ a: '\\",[{'.repeat(50_000) })],
    ["32 levels", "[".repeat(32) + "]".repeat(32)],
  ])("is read with %s", (_, text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
});

const BOUNDARY = "----karlo";
const part = (name: string, value: string, more = "") =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n${more}\r\n${value}\r\n`;
const end = `--${BOUNDARY}--\r\n`;

/** A form that arrives in chunks of a size. */
function form(body: string, chunk = 65_536, boundary = `boundary=${BOUNDARY}`): Request {
  const bytes = new TextEncoder().encode(body);
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += chunk)
        controller.enqueue(bytes.slice(at, at + chunk));
      controller.close();
    },
  });
  const headers = { "content-type": `multipart/form-data; ${boundary}` };
  const init = { method: "POST", headers, body: stream, duplex: "half" };
  return new Request("http://localhost/", init as RequestInit);
}
const urlencoded = (body: string) =>
  new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
  });

describe("a form", () => {
  it.each([
    ["many fields", urlencoded(`a=b${"&a=b".repeat(500)}`)],
    ["many parts", form(part("a", "b").repeat(501) + end)],
    ["many parts of one byte each time", form(part("a", "b").repeat(501) + end, 1_000)],
    ["many headers of a part", form(part("a", "b", "X-A: b\r\n".repeat(1_000)) + end)],
    ["a header without an end", form(`--${BOUNDARY}\r\nX-A: ${"b".repeat(100_000)}`)],
    [
      "parts of a quoted boundary",
      form(part("a", "b").repeat(501), 4_096, `boundary="${BOUNDARY}"`),
    ],
  ])("is refused with %s", async (_, request) => {
    await expect(readForm(request)).rejects.toThrow(refused);
  });

  it.each([1, 7, 64, 65_536])("is read in chunks of %i bytes", async (chunk) => {
    const file = `${"--".repeat(2_000)}\r\n--${BOUNDARY.slice(0, -1)}\r\n\r\n${"x".repeat(9_000)}`;
    const body = part("a", "1") + part("empty", "") + part("file", file) + part("b", "دودھ") + end;
    expect(await readForm(form(body, chunk))).toEqual({ a: "1", empty: "", file, b: "دودھ" });
  });

  it("is read with as many fields as a form may have", async () => {
    const fields = Array.from({ length: 500 }, (_, n) => [`f${n}`, "a b&=دودھ"] as const);
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    expect(await readForm(urlencoded(body))).toEqual(Object.fromEntries(fields));
    const parts = fields.map(([name, value]) => part(name, value)).join("") + end;
    expect(await readForm(form(parts, 100))).toEqual(Object.fromEntries(fields));
  });

  it("counts the bytes of one with a file, and ends where they are too many", async () => {
    const body = part("file", "x".repeat(100_000)) + end;
    let counted = 0;
    await readForm(form(body, 1_000), (bytes) => {
      counted += bytes;
    });
    expect(counted).toBe(body.length);
    const full = new Error("full");
    const reading = readForm(form(body, 1_000), () => {
      throw full;
    });
    await expect(reading).rejects.toBe(full);
  });

  it.each([
    ["no type", new Request("http://localhost/", { method: "POST", body: new Uint8Array(1) })],
    ["JSON", new Request("http://localhost/", { method: "POST", body: "{}" })],
    ["no boundary", form(part("a", "b") + end, 100, "charset=utf-8")],
    ["no end", form(part("a", "b"))],
  ])("is none with %s", async (_, request) => {
    await expect(readForm(request)).rejects.toThrow(refused);
  });
});
