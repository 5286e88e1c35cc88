import type { Language } from "#app/i18n/language";
import { directionOf } from "#app/i18n/language";
import { START_PAGE } from "#app/platform/start-page";

/** The words of the installed app. */
const words = {
  en: {
    name: "Karlo",
    description: "A task list you talk to, in English and Urdu.",
    add: "Add",
    today: "Today",
    talk: "Talk",
  },
  ur: {
    name: "کر لو",
    description: "فہرست جس سے آپ اردو اور انگریزی میں بات کرتے ہیں۔",
    add: "شامل کیجیے",
    today: "آج",
    talk: "بات کیجیے",
  },
} satisfies Record<Language, unknown>;

const PAGE = "#F9F7F2";

/**
 * The web app manifest: how Karlo looks as an app, what its icon offers, and that it takes what other
 * apps share.
 * Source: https://www.w3.org/TR/appmanifest/
 */
export function webManifest(language: Language) {
  const { name, description, add, today, talk } = words[language];
  return {
    // One app in both languages.
    id: "/",
    name,
    short_name: name,
    description,
    lang: language,
    dir: directionOf(language),
    start_url: START_PAGE,
    scope: "/",
    display: "standalone",
    background_color: PAGE,
    theme_color: PAGE,
    categories: ["productivity"],
    icons: [
      icon("192", "any"),
      icon("512", "any"),
      icon("maskable-192", "maskable"),
      icon("maskable-512", "maskable"),
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    shortcuts: [
      shortcut(add, `${START_PAGE}?add=`),
      shortcut(today, START_PAGE),
      shortcut(talk, "/chatbot?c=new"),
    ],
    share_target: {
      action: START_PAGE,
      method: "GET",
      enctype: "application/x-www-form-urlencoded",
      params: { title: "add_title", text: "add", url: "add_link" },
    },
  };
}

const icon = (name: string, purpose: "any" | "maskable") => {
  const size = name.replace(/\D+/, "");
  return { src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: "image/png", purpose };
};

const shortcut = (name: string, url: string) => ({ name, url, icons: [icon("192", "any")] });
