import { Failure } from "./command-errors.ts";
import type { Kubectl } from "./kubectl.ts";
import { lastLine, start } from "./programs.ts";

/**
 * Runs `job` while a port of this machine is forwarded to a Service.
 *
 * @param job gets the local URL, without a slash at its end
 * @throws Failure when the Service cannot be reached
 */
export async function withPortForward<T>(
  kubectl: Kubectl,
  service: string,
  job: (address: string) => Promise<T>,
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
    return await job(`http://127.0.0.1:${port}`);
  } finally {
    child.kill();
  }
}
