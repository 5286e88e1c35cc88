import { Link, useNavigate } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { classNames } from "./class-names";
import { useAlone, useLayer } from "./layers";
import { useMedia } from "./use-media";

/** Where it stands once there is room, and up to which width there is none. */
const places = {
  /** In the page, next to a list. */
  beside: {
    over: "(max-width: 63.99rem)",
    scrim: "lg:hidden",
    frame:
      "border bg-raised max-lg:sheet max-lg:top-10 lg:sticky lg:top-4 lg:mt-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start overflow-y-auto overscroll-contain",
  },
  /** Over the page's end, as high as the window. */
  side: {
    over: "all",
    scrim: "",
    frame:
      "bg-raised max-md:sheet max-md:max-h-[calc(100dvh-2.5rem)] md:fixed md:inset-y-0 md:end-0 md:z-40 md:w-[400px] md:border-s md:shadow-float md:appear overflow-y-auto overscroll-contain",
  },
  /**
   * A small window in the corner, beside which the page is used; what scrolls in it is its own. As
   * high as leaves the head of a page free, where there is height for both.
   */
  corner: {
    over: "(max-width: 47.99rem)",
    scrim: "md:hidden",
    frame:
      "bg-raised max-md:sheet max-md:top-10 md:fixed md:end-4 md:bottom-4 md:z-40 md:h-[clamp(24rem,calc(100dvh-19rem),600px)] md:max-h-[calc(100dvh-2rem)] md:w-[400px] md:border md:shadow-float md:appear",
  },
};

interface SheetProps {
  place: keyof typeof places;
  /** Id of its heading; the heading takes the focus when it has a `tabIndex`. */
  labelledBy?: string;
  label?: string;
  /** Where closing leads, for a sheet that is part of an address; it then closes without script. */
  closeHref?: string;
  onClose?(): void;
  /** Another value is another subject: the focus moves to its heading. */
  subject?: string | number;
  /** What gets the focus when it closes; by itself what had it before. */
  returnTo?(): HTMLElement | null;
  className?: string;
  children: ReactNode;
}

/**
 * A panel that is a sheet from the bottom edge on a phone. As a sheet it is a dialog: what is
 * behind it cannot be reached. Rendered means open.
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
  const { over, scrim, frame } = places[place];
  const covers = useMedia(over);
  const close = () => (closeHref ? navigate(closeHref, { preventScrollReset: true }) : onClose?.());

  useAlone(root, covers);
  // Beside the one in the corner the page goes on, with its own keys. What it covers of the page
  // must come to light for who gets there by keys: Escape takes it away from there too.
  const apart = place === "corner" && !covers;
  const elsewhere = useRef(false);
  const closeFromPage = () => {
    elsewhere.current = !panel.current?.contains(document.activeElement);
    close();
  };
  useLayer(true, apart ? closeFromPage : close, {
    modal: covers,
    holdsFields: true,
    lowest: apart,
  });
  useSheetFocus({ panel, over, subject, returnTo, elsewhere });

  // Keys pressed in it are not the page's: Escape closes this, and j moves nothing.
  const keepKeys = (event: KeyboardEvent) => {
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
        // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; Escape closes it too
        // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer alone; Escape closes it too
        <div onClick={close} className={classNames("scrim", scrim)} />
      )}
      <section
        ref={panel}
        {...(covers && { role: "dialog", "aria-modal": true })}
        aria-labelledby={labelledBy}
        aria-label={label}
        data-panel={place}
        onKeyDown={apart ? keepKeys : undefined}
        className={classNames(frame, className)}
      >
        {children}
      </section>
    </div>
  );
}

interface SheetFocus extends Pick<SheetProps, "subject" | "returnTo"> {
  panel: RefObject<HTMLElement>;
  over: string;
  /** Who closed it is on the page, and stays there. */
  elsewhere: RefObject<boolean>;
}

/** Opening moves the focus inside, closing gives it back. */
function useSheetFocus({ panel, over, subject, returnTo, elsewhere }: SheetFocus): void {
  const first = useRef(true);
  const before = useRef<HTMLElement | null>(null);
  const back = useRef(returnTo);
  back.current = returnTo;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject moves the focus
  useEffect(() => {
    const section = panel.current;
    if (first.current) before.current = document.activeElement as HTMLElement | null;
    // A page that was opened with its sheet keeps the focus where the browser put it.
    const arrived = first.current && document.activeElement === document.body;
    first.current = false;
    const inside =
      section?.querySelector<HTMLElement>("[tabindex='-1']") ??
      section?.querySelector<HTMLElement>("a[href], button, input, textarea, select");
    if (!arrived || window.matchMedia(over).matches) inside?.focus({ preventScroll: true });
    const find = back.current;
    return () => {
      // React takes the panel away after this: what is behind can be reached only then.
      requestAnimationFrame(() => {
        const to = find?.() ?? before.current;
        if (section?.isConnected || elsewhere.current || !to) return;
        to.focus({ preventScroll: true });
        // Who goes by keys sees where they are; for the others the page stays where it is.
        if (to.matches(":focus-visible")) to.scrollIntoView({ block: "nearest" });
      });
    };
  }, [subject, over, panel, elsewhere]);
}
