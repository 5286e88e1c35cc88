import type { Kubectl } from "./kubectl.ts";
import { lastLine, start } from "./programs.ts";
import { Failure } from "./refusal.ts";

/**
 * Runs `work` with an address of this machine that leads to a Service.
 *
 * @throws Failure when it cannot be reached
 */
export async function withPortForward<T>(
  kubectl: Kubectl,
  service: string,
  work: (address: string) => Promise<T>,
): Promise<T> {
  const child = start("kubectl", kubectl.args("port-forward", `service/${service}`, ":80"), {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      let error = "";
      child.stderr?.on("data", (chunk) => {
        error += chunk;
      });
      child.stdout?.on("data", (chunk) => {
        const [, port] = /127\.0\.0\.1:(\d+)/.exec(String(chunk)) ?? [];
        if (port) resolve(port);
      });
      child.on("error", ({ message }) => reject(new Failure(message)));
      child.on("exit", () =>
        reject(new Failure(`service/${service} cannot be reached: ${lastLine(error)}`)),
      );
    });
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    child.kill();
  }
}
