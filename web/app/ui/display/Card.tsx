import { type ReactNode, useId } from "react";
import { classNames } from "#app/ui/styles/class-names";

/** A titled section of a page with a hairline above. */
export function Card({
  title,
  className,
  children,
}: {
  title: string;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames("flex min-w-0 flex-col gap-6 border-t pt-6", className)}
    >
      <h2 id={id} className="display size-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
