import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CDPSession, Page } from "playwright-core";

/** Frames per second of the video. */
const RATE = 20;
/** From the range of JPEG, where white is 255, to that of video. */
const COLORS = "scale=in_range=full:out_range=limited,format=yuv420p";

interface Frame {
  /** Seconds since the epoch, by the browser's clock. */
  at: number;
  file: string;
}

/** What one page showed, and where it stands in the picture. */
interface Track {
  name: string;
  place: { x: number; y: number };
  frames: Frame[];
  session: CDPSession;
}

/** A stretch of real time that the video runs through in fewer seconds. */
interface Stretch {
  from: number;
  to: number;
  seconds: number;
}

/**
 * Records pages as Chromium paints them, and composes them into one video. Nothing is cut: a wait may be
 * run through faster, which the recorded clock shows.
 */
export class Film {
  private readonly folder = mkdtempSync(join(tmpdir(), "karlo-demo-"));
  private readonly tracks: Track[] = [];
  private readonly stretches: Stretch[] = [];
  private stillAt = 0;

  /** Records a page from now on. The first page is the background; `place` is in its pixels. */
  async record(name: string, page: Page, place = { x: 0, y: 0 }): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const track: Track = { name, place, frames: [], session };
    this.tracks.push(track);
    mkdirSync(join(this.folder, name));
    session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
      const file = join(this.folder, name, `${track.frames.length}.jpg`);
      writeFileSync(file, Buffer.from(data, "base64"));
      track.frames.push({ at: metadata.timestamp ?? now(), file });
      // The page may have been closed meanwhile.
      void session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
    });
    await session.send("Page.startScreencast", { format: "jpeg", quality: 92, everyNthFrame: 2 });
  }

  /** Runs an action that takes at most `seconds` of the video, however long it really takes. */
  async within<T>(seconds: number, action: () => Promise<T>): Promise<T> {
    const from = now();
    try {
      return await action();
    } finally {
      const to = now();
      if (to - from > seconds) this.stretches.push({ from, to, seconds });
    }
  }

  /** Keeps the picture of this moment. */
  keepStill(): void {
    this.stillAt = now();
  }

  /**
   * Ends the recording and writes it as an MP4 file, and the kept picture as JPEG.
   *
   * @returns its length in seconds and its size in bytes
   * @throws Error with the last lines of ffmpeg
   */
  async save(file: string, still: string): Promise<{ seconds: number; bytes: number }> {
    for (const { session } of this.tracks) await session.send("Page.stopScreencast");
    const ends = now();
    const begins = Math.min(...this.tracks.map(({ frames }) => frames[0]?.at ?? ends));
    const inputs = this.tracks.flatMap((track) => {
      const list = join(this.folder, `${track.name}.ffconcat`);
      writeFileSync(list, this.listFrames(track, begins, ends));
      return ["-f", "concat", "-safe", "0", "-i", list];
    });
    mkdirSync(dirname(file), { recursive: true });
    const options = ["-c:v", "libx264", "-crf", "24", "-preset", "slow", "-pix_fmt", "yuv420p"];
    runFfmpeg(
      ...[...inputs, "-filter_complex", this.compose(), "-map", "[film]"],
      ...[...options, "-movflags", "+faststart", file],
    );
    const seconds = this.timeOf(Math.max(this.stillAt, begins)) - this.timeOf(begins);
    runFfmpeg("-ss", seconds.toFixed(2), "-i", file, "-frames:v", "1", "-q:v", "4", still);
    rmSync(this.folder, { recursive: true });
    return { seconds: this.timeOf(ends) - this.timeOf(begins), bytes: statSync(file).size };
  }

  /** Each frame with how long it stands. */
  private listFrames({ frames }: Track, begins: number, ends: number): string {
    const lines = ["ffconcat version 1.0"];
    for (const [index, { at, file }] of frames.entries()) {
      const from = index === 0 ? begins : at;
      const seconds = this.timeOf(frames[index + 1]?.at ?? ends) - this.timeOf(from);
      lines.push(`file '${file}'`, `duration ${Math.max(seconds, 0).toFixed(4)}`);
    }
    // The format gives the last file no duration unless it stands twice.
    lines.push(`file '${frames.at(-1)?.file}'`);
    return lines.join("\n");
  }

  /** The filter that lays the pages over the first one. */
  private compose(): string {
    const streams = this.tracks.map((_, index) => `[${index}:v]fps=${RATE},${COLORS}[v${index}]`);
    let below = "[v0]";
    for (const [index, { place }] of [...this.tracks.entries()].slice(1)) {
      const over = index === this.tracks.length - 1 ? "[film]" : `[o${index}]`;
      streams.push(`${below}[v${index}]overlay=${place.x}:${place.y}:eof_action=repeat${over}`);
      below = over;
    }
    return streams.join(";");
  }

  /** Seconds of the video at a moment, counted from the epoch. */
  private timeOf(moment: number): number {
    let time = moment;
    for (const { from, to, seconds } of this.stretches) {
      const spent = Math.min(Math.max(moment - from, 0), to - from);
      time -= spent * (1 - seconds / (to - from));
    }
    return time;
  }
}

function runFfmpeg(...args: string[]): void {
  const { status, stderr, error } = spawnSync("ffmpeg", ["-y", "-v", "error", ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`ffmpeg failed: ${error ?? stderr.slice(-2_000)}`);
}

const now = () => Date.now() / 1000;
