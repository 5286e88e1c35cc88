// The demonstration, recorded from a real stack: a scene that does not come true fails, and leaves no
// video. Beside the terminal stands the app, as a person sees it on a phone.
import { randomBytes } from "node:crypto";
import { appendFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../../web/local/free-port";
import { launchBrowser } from "../browse";
import { Cluster } from "../cluster";
import { findCluster } from "../environment";
import { Load } from "../load";
import { makeStack } from "../make-stack";
import { Operator, tokenOf } from "../operator";
import { copySources } from "../sources";
import type { Stack } from "../stack";
import { CAPTIONS } from "./captions";
import { Film } from "./film";
import { PHONE, STAGE, Stage } from "./stage";

const root = resolve(__dirname, "../../..");
const video = join(root, "docs/demo.mp4");
const still = join(root, "docs/demo.jpg");
/** What the video may be at most. */
const LIMITS = { seconds: 90, bytes: 10_000_000 };
/** Time to read what has just been shown. */
const READ_MS = 1_800;
/** Letters in a line of the terminal. */
const WIDTH = 92;

const { context, delivery, missing } = findCluster();
const cluster = new Cluster(context);
const namespace = `karlo-demo-${randomBytes(3).toString("hex")}`;
const film = new Film();

let sources: string;
let stack: Stack;
let load: Load;
let image: string;
let browser: Browser;
let stage: Stage;
let phone: Page;
let url: string;
let forward: { close(): void };
let operator: Operator;

describe.skipIf(missing !== null)(`the demonstration on ${context}`, () => {
  beforeAll(async () => {
    sources = await copySources();
    const port = await freePort();
    url = `http://localhost:${port}`;
    load = new Load(cluster, `${namespace}-load`);
    stack = await makeStack("dev", namespace, sources, cluster, {
      publicUrl: url,
      image: delivery,
      limits: { signUpsPerMinute: 1000, messagesPerMinute: 1000 },
      readyTimeoutSeconds: 120,
    });
    browser = await launchBrowser();
    const stagePage = await browser.newPage({ viewport: STAGE });
    stage = await Stage.open(stagePage);
    const asInKarachi = { locale: "en-GB", timezoneId: "Asia/Karachi", hasTouch: true };
    phone = await browser.newPage({ ...asInKarachi, viewport: PHONE, baseURL: url });
    await film.record("stage", stagePage);
    await film.record("phone", phone, PHONE);
  });

  afterAll(async () => {
    await operator?.close();
    await browser?.close();
    forward?.close();
    await load?.stop().catch(() => {});
    if (await cluster.exists("namespace", namespace)) await stack.destroy();
    rmSync(sources, { recursive: true, force: true });
  });

  it("brings a stack up", async () => {
    await stage.caption(CAPTIONS.up);
    await stage.type(
      stack.deployedBy === "pulumi" ? "npm run up -- dev" : "helm upgrade --install …",
    );
    await stage.print("builds and loads the image, installs the charts");
    const pods = watchPods();
    image = await hurried(9, () => stack.up());
    pods.stop();
    await stage.print(`deployed: ${image}`);
    forward = await cluster.forward(namespace, "service/karlo", {
      from: Number(new URL(url).port),
      to: 80,
    });
    await phone.goto("/");
    await stage.wait(READ_MS);
  });

  it("lets an assistant find a broken image and go back", async () => {
    operator = await Operator.connect(context, namespace);
    await stage.caption(CAPTIONS.broken);
    await stage.type("kubectl set image deployment/karlo karlo=karlo:nowhere");
    await cluster.kubectl(
      ...["-n", namespace, "set", "image", "deployment/karlo", "karlo=karlo:nowhere"],
    );
    await hurried(2, () =>
      expect
        .poll(() => operator.call("explain"), { timeout: 120_000, interval: 1_000 })
        .toMatch(/karlo:nowhere cannot be had/),
    );
    await stage.caption(CAPTIONS.operated);
    await stage.type("explain", "assistant ▸");
    await stage.print(shorten(await operator.call("explain"), 5));
    await stage.wait(READ_MS);
    await stage.type("rollback", "assistant ▸");
    const plan = await operator.call("rollback");
    await stage.print(shorten(plan, 5));
    const token = tokenOf(plan);
    await stage.wait(READ_MS);
    await stage.type(`rollback, token ${token}`, "assistant ▸");
    await stage.print(shorten(await hurried(3, () => operator.call("rollback", { token })), 4));
    await stage.wait(READ_MS / 2);
  });

  it("talks in both languages, asks before it deletes, and undoes", async () => {
    await stage.caption(CAPTIONS.talk);
    await phone.goto("/sign-up");
    await phone.getByLabel("Name", { exact: true }).fill("Sana");
    await phone.locator("[name=email]").fill("sana@example.com");
    await phone.locator("[name=password]").fill("correct horse battery");
    await phone.click("main form button[type=submit]");
    await phone.waitForURL("**/today");
    await phone.goto("/chatbot");
    await say("remind me in one minute to take medicine");
    await stage.caption(CAPTIONS.urdu);
    await say("کل شام پانچ بجے امی کو فون کرنا ہے");
    await stage.caption(CAPTIONS.approve);
    await say("delete امی کو فون کرنا");
    await phone.getByRole("button", { name: "Yes, delete" }).waitFor();
    await stage.wait(READ_MS);
    await phone.getByRole("button", { name: "Yes, delete" }).click();
    await answered();
    await say("undo");
    await phone.getByText("took back 1 change").waitFor();
  });

  it("rings", async () => {
    await stage.caption(CAPTIONS.rings);
    await phone.goto("/today");
    const bell = phone.getByRole("link", { name: "Reminders, 1 new" });
    await hurried(3, () => bell.first().waitFor({ timeout: 120_000 }));
    await stage.wait(READ_MS / 2);
    await bell.first().click();
    await phone.getByText("take medicine").first().waitFor();
    await stage.wait(READ_MS);
    film.keepStill();
  });

  it("is updated while others keep working", async () => {
    await stage.caption(CAPTIONS.update);
    await stage.type("kubectl apply: 20 users, 50 requests a second");
    await hurried(2, () => load.start(`http://karlo.${namespace}.svc`, image, { CONVERSES: "no" }));
    appendFileSync(join(sources, "web/server.ts"), "\n// A later version.\n");
    await stage.type(stack.deployedBy === "pulumi" ? "npm run up -- dev" : "helm upgrade …");
    const pods = watchPods();
    const report = await hurried(9, () =>
      load.during(async () => {
        expect(await stack.up()).not.toBe(image);
      }),
    );
    pods.stop();
    const { requests, failures, p50, p99 } = report;
    await stage.print(
      `${requests} requests, ${failures.length} failed; half within ${p50} ms, 99 of 100 within ${p99} ms`,
    );
    await stage.caption(CAPTIONS.end);
    await stage.wait(READ_MS * 1.5);
    expect(failures).toEqual([]);
  });

  it("is one short video", async () => {
    const { seconds, bytes } = await film.save(video, still);
    console.log(`docs/demo.mp4: ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`);
    expect(seconds).toBeLessThan(LIMITS.seconds);
    expect(bytes).toBeLessThan(LIMITS.bytes);
  });
});

/** Waits for something in at most `seconds` of the video, and says so beside the clock. */
async function hurried<T>(seconds: number, action: () => Promise<T>): Promise<T> {
  await stage.hurry(true);
  const result = await film.within(seconds, action);
  await stage.hurry(false);
  return result;
}

/** Prints how each pod of the stack changes. */
function watchPods() {
  let last = "";
  return stage.follow(
    "kubectl",
    ["--context", context, "-n", namespace, "get", "pods", "--watch", "--no-headers"],
    (line) => {
      const [name = "", ready, status] = line.split(/\s+/);
      const kept = `${name.padEnd(36)} ${ready?.padEnd(6)} ${status}`;
      if (kept === last) return null;
      last = kept;
      return kept;
    },
  );
}

/** Says something to the assistant as a person types, and waits until it is answered. */
async function say(text: string): Promise<void> {
  const composer = phone.locator("main textarea").last();
  await composer.pressSequentially(text, { delay: 18 });
  await composer.press("Enter");
  await answered();
  await stage.wait(READ_MS);
}

async function answered(): Promise<void> {
  await phone.waitForTimeout(300);
  await phone.locator("[role=log][aria-busy=false]").waitFor();
}

/** The first lines of a text, each as far as the terminal shows it in one. */
function shorten(text: string, lines: number): string {
  const shown = text.split("\n").slice(0, lines);
  return shown.map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line)).join("\n");
}
