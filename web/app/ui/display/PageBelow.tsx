import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

/** A page below another one: the way back, its title, and what is on it in two columns. */
export function PageBelow({
  backTo,
  back,
  title,
  intro,
  children,
}: {
  backTo: string;
  back: string;
  title: string;
  intro?: string;
  children: ReactNode;
}) {
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <div className="pt-6 pb-6 md:pt-10 md:pb-8">
        <Link
          to={backTo}
          className="note inline-flex min-h-11 items-center gap-2 text-quiet pointer:hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" size={16} strokeWidth={1.5} className="rtl:-scale-x-100" />
          {back}
        </Link>
        <h1 className="display size-title">{title}</h1>
        {intro && <p className="max-w-[68ch] pt-3 text-quiet">{intro}</p>}
      </div>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">{children}</div>
    </main>
  );
}
