import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ToolText } from "#app/conversations/chat/ToolText";
import type { ToolLine } from "#app/conversations/chat/tool-line";
import { textLanguage } from "#app/conversations/messages/text-language";
import { addTexts } from "#app/i18n/add-texts";
import { buttonClass } from "#app/ui/controls/Button";
import { welcomeTexts } from "./welcome-texts";

/** The page for visitors: one sentence, a sample conversation, one call to action. */
export function LandingPage() {
  const { i18n } = useTranslation();
  addTexts(i18n, welcomeTexts);
  return (
    <>
      <main id="content" className="mx-auto w-full max-w-[1280px] flex-1">
        <div className="grid lg:min-h-[calc(100dvh-6rem)] lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <Opening />
          <Specimen />
        </div>
        <Reasons />
      </main>
      <Foot />
    </>
  );
}

/** What it is, in one sentence, and the way in. */
function Opening() {
  const { t } = useTranslation();
  return (
    <section className="flex flex-col items-start justify-center gap-8 px-4 py-12 md:px-8 lg:pe-16">
      <div className="flex flex-col gap-4">
        <p className="flex items-center gap-4">
          <span lang="ur" className="display text-[32px]">
            {t("brand.urdu")}
          </span>
          <span className="note text-quiet">{t("brand.meaning")}</span>
        </p>
        <h1 className="display size-hero max-w-[18ch]">{t("landing.sentence")}</h1>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link to="/sign-up" className={buttonClass("primary")}>
          {t("landing.start")}
        </Link>
        <Link to="/sign-in" className={buttonClass("quiet", "px-0")}>
          {t("landing.continueSignIn")}
        </Link>
      </div>
    </section>
  );
}

/** A conversation, as it looks. */
function Specimen() {
  const { t, i18n } = useTranslation();
  return (
    <section
      aria-label={t("landing.specimen")}
      className="flex flex-col justify-center gap-8 border-hairline px-4 py-12 max-lg:border-t md:px-8 lg:border-s lg:ps-16"
    >
      <Exchange
        ask={t("landing.ask1")}
        agent={t(`chat.agent.${i18n.language === "ur" ? "urdu_specialist" : "orchestrator"}`)}
        did={t("chat.tool.done.create_task")}
        task={{ id: 12, number: "#12", title: t("landing.title1"), due: t("landing.due1") }}
        answer={t("landing.answer1")}
      />
      <Exchange
        ask={t("landing.ask2")}
        agent={t(`chat.agent.${i18n.language === "ur" ? "orchestrator" : "urdu_specialist"}`)}
        did={t("chat.tool.done.completed")}
        task={{ id: 9, number: "#9", title: t("landing.title2"), due: null }}
        answer={t("landing.answer2")}
      />
    </section>
  );
}

const REASONS = ["write", "talk", "days", "anywhere", "yours", "open"] as const;

/** What somebody gets who begins here. */
function Reasons() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="reasons" className="border-t px-4 py-12 md:px-8 md:py-18">
      <h2 id="reasons" className="display size-title max-w-[24ch]">
        {t("welcome.title")}
      </h2>
      <dl className="grid gap-x-12 gap-y-8 pt-8 md:grid-cols-2 lg:grid-cols-3">
        {REASONS.map((reason) => (
          <div key={reason} className="flex flex-col gap-2 border-t pt-4">
            <dt className="lead font-medium">{t(`welcome.${reason}.title`)}</dt>
            <dd className="text-quiet">{t(`welcome.${reason}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="pt-12">
        <Link to="/sign-up" className={buttonClass("plain")}>
          {t("landing.start")}
        </Link>
      </p>
    </section>
  );
}

const footLink =
  "note inline-flex min-h-11 items-center text-quiet underline-offset-4 pointer:hover:text-ink pointer:hover:underline";

/** Where else to go. */
function Foot() {
  const { t } = useTranslation();
  return (
    <footer className="border-t">
      <nav
        aria-label={t("welcome.foot")}
        className="mx-auto flex w-full max-w-[1280px] flex-wrap items-center gap-x-6 px-4 py-4 md:px-8"
      >
        <span className="display me-auto text-[18px]">{t("brand.name")}</span>
        <Link to="/sign-in" className={footLink}>
          {t("nav.signIn")}
        </Link>
        <Link to="/install" className={footLink}>
          {t("welcome.install")}
        </Link>
        <a href="/docs" className={footLink}>
          {t("welcome.programs")}
        </a>
        <a href="/status" className={footLink}>
          {t("welcome.status")}
        </a>
      </nav>
    </footer>
  );
}

function Exchange({
  ask,
  agent,
  did,
  task,
  answer,
}: {
  ask: string;
  agent: string;
  did: string;
  task: ToolLine["task"];
  answer: string;
}) {
  const { t } = useTranslation();
  return (
    <div className="flex w-full max-w-[52ch] flex-col gap-4">
      <div className="flex justify-end ps-8">
        <div lang={textLanguage(ask)} className="border bg-raised px-4 py-2">
          <span className="sr-only">{t("landing.you")}: </span>
          <p className="prose own-words">{ask}</p>
        </div>
      </div>
      <div className="flex flex-col gap-2">
        <p className="note flex items-center gap-3 text-quiet after:h-px after:flex-1 after:bg-hairline">
          {agent}
        </p>
        <p className="flex items-start gap-2">
          <Check aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-done" />
          <ToolText text={did} task={task} />
        </p>
        <p lang={textLanguage(answer)} className="prose own-words whitespace-pre-line">
          {answer}
        </p>
      </div>
    </div>
  );
}
