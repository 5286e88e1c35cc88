import { z } from "zod";

/** The variables of Web Push. */
export const pushVariables = {
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, "32 bytes in base64url")
    .optional()
    .describe(
      "Key that signs pushes (RFC 8292). `npm start` makes one and keeps it in KARLO_DATA; with another key, browsers have to subscribe anew. Without one there are no pushes.",
    ),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:.+@.+|https:\/\/.+)$/, "a mailto: or https: URL")
    .optional()
    .describe(
      "Whom push services may write to. Default: PUBLIC_URL where it is https, else an address that goes nowhere.",
    ),
  PUSH_SERVICES: z
    .string()
    .default("fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(/^(\*\.)?[a-z0-9.:-]+$/, "hosts, separated by commas")))
    .describe(
      "Hosts that pushes go to, by https; `*.` stands for any name below. A browser names the address itself, so no other is called. `localhost:PORT` is called by http, for tests.",
    ),
};

/** Whom push services may write to: what is configured, else this server where it is public. */
export const pushSubject = (configured: string | undefined, publicUrl: string): string =>
  configured ?? (publicUrl.startsWith("https:") ? publicUrl : "mailto:nobody@karlo.invalid");
