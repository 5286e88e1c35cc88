import { connection, hold } from "./connection";
import { untilNextLoad } from "./retries";

declare global {
  interface Window {
    /** Loads a script of the app; called where the build puts it, see `holdScripts` of Vite's config. */
    karloLoad?<Script>(load: () => Promise<Script>): Promise<Script>;
  }
}

/**
 * Holds scripts that are loaded late, such as those of another page, like its data: without network
 * Remix would reload the page, and a part of a page that is loaded on its first use would be an error.
 */
export function holdScripts(): void {
  const never = new AbortController().signal;
  window.karloLoad = async (load) => {
    const held = hold("loads");
    try {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await load();
        } catch (error) {
          // Who watches the requests learns from it whether the server answers.
          await fetch("/health", { cache: "no-store" }).catch(() => {});
          // The script itself fails, or is gone with its version.
          if (connection.get().online && attempt > 0) throw error;
          held.begin();
          await untilNextLoad(attempt, never);
        }
      }
    } finally {
      held.end();
    }
  };
}
