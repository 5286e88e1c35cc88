import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CheckMark } from "#app/ui/display/CheckMark";
import { classNames } from "#app/ui/styles/class-names";

/** The page of an account form; on wide screens beside a sample of the product. */
export function AccountPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="mx-auto grid w-full max-w-[1280px] flex-1 lg:grid-cols-2">
      <main
        id="content"
        className="flex flex-col justify-center px-4 py-8 md:px-8 md:py-12 max-lg:mx-auto max-lg:w-full max-lg:max-w-[480px]"
      >
        <div className="w-full lg:max-w-[400px]">{children}</div>
      </main>
      <aside className="flex flex-col justify-center gap-12 border-s px-12 py-12 max-lg:hidden">
        <p className="display size-hero max-w-[14ch]">{t("accounts.quote")}</p>
        <SampleTasks />
      </aside>
    </div>
  );
}

function SampleTasks() {
  const { t } = useTranslation();
  const rows = [
    { title: t("accounts.sample1"), due: t("accounts.sampleDue1"), done: false },
    { title: t("accounts.sample2"), due: t("accounts.sampleDue2"), done: true },
    { title: t("accounts.sample3"), due: t("accounts.sampleDue3"), done: false },
  ];
  return (
    <figure className="max-w-[420px]">
      <figcaption className="note mb-3 text-quiet">{t("accounts.sample")}</figcaption>
      <ul className="border-t">
        {rows.map(({ title, due, done }) => (
          <li key={title} className="settle flex items-center gap-4 border-b py-3" data-done={done}>
            <CheckMark checked={done} />
            <span className={classNames("flex-1", done && "line-through decoration-1")}>
              {title}
            </span>
            <span className="note text-quiet">{due}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
