import type { ButtonHTMLAttributes, ReactNode } from "react";
import { forwardRef } from "react";
import { classNames } from "#app/ui/styles/class-names";

type Variant = "primary" | "plain" | "quiet" | "danger";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 text-[15px] leading-[22px] font-medium whitespace-nowrap transition-[transform,opacity] duration-150 ease-out active:scale-[0.98] disabled:opacity-50 aria-disabled:opacity-50";

const underlined = "underline decoration-edge underline-offset-4 pointer:hover:decoration-ink";

const variants: Record<Variant, string> = {
  primary: "bg-accent text-on-accent pointer:hover:bg-accent-strong",
  plain: "border border-edge text-ink pointer:hover:bg-hairline",
  quiet: `text-ink ${underlined}`,
  danger: "border border-danger text-danger pointer:hover:bg-danger pointer:hover:text-page",
};

/** The classes of an action within a line of text, which has its colour. */
export const textAction = `min-h-11 font-medium ${underlined}`;

/** The classes of a button, for links that look like one. */
export function buttonClass(variant: Variant = "plain", more?: string): string {
  return classNames(shape, variants[variant], more);
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { variant?: Variant };

/** A button; submits its form unless it has another type. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "plain", className, type = "submit", ...rest },
  ref,
) {
  return <button ref={ref} type={type} className={buttonClass(variant, className)} {...rest} />;
});

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label"> & {
  label: string;
  children: ReactNode;
};

/** A button with an icon only; the label is its accessible name and tooltip. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, className, type = "submit", children, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "inline-flex size-11 shrink-0 items-center justify-center rounded-control text-quiet pointer:hover:text-ink",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
});
