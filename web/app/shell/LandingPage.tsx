import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ToolText } from "#app/conversations/chat/ToolText";
import type { ToolLine } from "#app/conversations/chat/tool-line";
import { textLanguage } from "#app/conversations/messages/text-language";
import { buttonClass } from "#app/ui/controls/Button";

/** The page for visitors: one sentence, a sample conversation, one call to action. */
export function LandingPage() {
  const { t, i18n } = useTranslation();
  return (
    <main
      id="content"
      className="mx-auto grid w-full max-w-[1280px] flex-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
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
    </main>
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
