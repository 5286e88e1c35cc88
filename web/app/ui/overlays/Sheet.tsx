import { Link, useNavigate } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { classNames } from "#app/ui/styles/class-names";
import { useInertOutside, useLayer } from "./layers";
import { useMedia } from "./use-media";

/** Per place: the media query under which it is a modal sheet, and its classes. */
const places = {
  /** In the page, beside a list. */
  beside: {
    modalQuery: "(max-width: 63.99rem)",
    scrim: "lg:hidden",
    frame:
      "border bg-raised max-lg:sheet max-lg:top-10 lg:sticky lg:top-[calc(var(--header)+1rem)] lg:mt-4 lg:max-h-[calc(100dvh-var(--header)-2rem)] lg:self-start overflow-y-auto overscroll-contain",
  },
  /** Over the end side of the page, at full height. */
  side: {
    modalQuery: "all",
    scrim: "",
    frame:
      "bg-raised max-md:sheet max-md:max-h-[calc(100dvh-2.5rem)] md:fixed md:inset-y-0 md:end-0 md:z-40 md:w-[400px] md:border-s md:shadow-float md:appear overflow-y-auto overscroll-contain",
  },
  /**
   * A small window in the corner; the page beside it stays usable. Its height leaves the page header
   * visible where the viewport is high enough.
   */
  corner: {
    modalQuery: "(max-width: 47.99rem)",
    scrim: "md:hidden",
    frame:
      "bg-raised max-md:sheet max-md:top-10 md:fixed md:end-4 md:bottom-4 md:z-40 md:h-[clamp(24rem,calc(100dvh-19rem),600px)] md:max-h-[calc(100dvh-2rem)] md:w-[400px] md:border md:shadow-float md:appear",
  },
};

interface SheetProps {
  place: keyof typeof places;
  /** Id of its heading, which gets the focus when it has a `tabIndex`. */
  labelledBy?: string;
  label?: string;
  /** Address without the sheet, for a sheet that has a URL; it then closes without JavaScript. */
  closeHref?: string;
  onClose?(): void;
  /** Identifies the content: when it changes, the focus moves to the heading. */
  subject?: string | number;
  /** Finds what gets the focus on close; by default what had it before. */
  returnTo?(): HTMLElement | null;
  className?: string;
  children: ReactNode;
}

/**
 * A panel that becomes a modal bottom sheet on small screens, where the page behind it is inert. Open
 * while it is rendered.
 */
export function Sheet({
  place,
  labelledBy,
  label,
  closeHref,
  onClose,
  subject,
  returnTo,
  className,
  children,
}: SheetProps) {
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const { modalQuery, scrim, frame } = places[place];
  const isModal = useMedia(modalQuery);
  const close = () => (closeHref ? navigate(closeHref, { preventScrollReset: true }) : onClose?.());

  useInertOutside(root, isModal);
  // Beside the corner window the page keeps its own shortcuts. Escape on the page closes the window
  // too, so that keyboard users can uncover what is behind it.
  const nonModal = place === "corner" && !isModal;
  const focusOnPage = useRef(false);
  const closeFromPage = () => {
    focusOnPage.current = !panel.current?.contains(document.activeElement);
    close();
  };
  useLayer(true, nonModal ? closeFromPage : close, {
    modal: isModal,
    hasFields: true,
    atBottom: nonModal,
  });
  useSheetFocus({ panel, modalQuery, subject, returnTo, focusOnPage });

  // Shortcuts of the page must not run for keys pressed inside; Escape closes this window.
  const stopKeys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.nativeEvent.stopImmediatePropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };

  return (
    <div ref={root} className="contents">
      {closeHref ? (
        <Link
          to={closeHref}
          preventScrollReset
          tabIndex={-1}
          aria-hidden="true"
          className={classNames("scrim", scrim)}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: for pointers only; Escape closes it too
        // biome-ignore lint/a11y/useKeyWithClickEvents: for pointers only; Escape closes it too
        <div onClick={close} className={classNames("scrim", scrim)} />
      )}
      <section
        ref={panel}
        {...(isModal && { role: "dialog", "aria-modal": true })}
        aria-labelledby={labelledBy}
        aria-label={label}
        data-panel={place}
        onKeyDown={nonModal ? stopKeys : undefined}
        className={classNames(frame, className)}
      >
        {children}
      </section>
    </div>
  );
}

interface SheetFocus extends Pick<SheetProps, "subject" | "returnTo"> {
  panel: RefObject<HTMLElement>;
  modalQuery: string;
  /** True when the focus is on the page already and must stay there. */
  focusOnPage: RefObject<boolean>;
}

/** Moves the focus inside on open, and restores it on close. */
function useSheetFocus({ panel, modalQuery, subject, returnTo, focusOnPage }: SheetFocus): void {
  const first = useRef(true);
  const before = useRef<HTMLElement | null>(null);
  const back = useRef(returnTo);
  back.current = returnTo;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of subject moves the focus
  useEffect(() => {
    const section = panel.current;
    if (first.current) before.current = document.activeElement as HTMLElement | null;
    // A page loaded with its sheet open keeps the focus where the browser put it.
    const onPageLoad = first.current && document.activeElement === document.body;
    first.current = false;
    const inside =
      section?.querySelector<HTMLElement>("[tabindex='-1']") ??
      section?.querySelector<HTMLElement>("a[href], button, input, textarea, select");
    if (!onPageLoad || window.matchMedia(modalQuery).matches)
      inside?.focus({ preventScroll: true });
    const find = back.current;
    return () => {
      // The page stops being inert only after React has removed the panel.
      requestAnimationFrame(() => {
        const to = find?.() ?? before.current;
        if (section?.isConnected || focusOnPage.current || !to) return;
        to.focus({ preventScroll: true });
        // Scroll for keyboard users only.
        if (to.matches(":focus-visible")) to.scrollIntoView({ block: "nearest" });
      });
    };
  }, [subject, modalQuery, panel, focusOnPage]);
}
