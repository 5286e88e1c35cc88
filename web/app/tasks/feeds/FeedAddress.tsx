import { Link } from "@remix-run/react";
import { Check, Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useFeedTexts } from "#app/i18n/feed-texts";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { useCopy } from "#app/ui/controls/use-copy";
import { Card } from "#app/ui/display/Card";
import { type NewFeed, toWebcal } from "./feed";

/** The address of a feed that was just made, shown this once, and how calendars subscribe to it. */
export function FeedAddress({ feed: { url } }: { feed: NewFeed }) {
  const text = useFeedTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // Without script there is nothing that copies: the field is selected by hand.
  const [canCopy, setCanCopy] = useState(false);
  const { copied, copy } = useCopy();
  useEffect(() => {
    setCanCopy(Boolean(navigator.clipboard));
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Card title={text.address}>
      <p role="status">{text.once}</p>
      <div className="flex flex-col gap-2">
        <label htmlFor={id} className="note text-quiet">
          {text.addressLabel}
        </label>
        <input
          ref={field}
          id={id}
          readOnly
          dir="ltr"
          value={url}
          className="min-h-11 w-full border border-edge bg-raised px-3 font-[family-name:var(--font-note)] text-[13px]"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        {canCopy && (
          <Button variant="primary" type="button" onClick={() => copy(url)}>
            {copied ? (
              <Check aria-hidden="true" size={16} strokeWidth={1.5} />
            ) : (
              <Copy aria-hidden="true" size={16} strokeWidth={1.5} />
            )}
            {copied ? text.copied : text.copy}
          </Button>
        )}
        <a href={toWebcal(url)} className={buttonClass("plain")}>
          {text.open}
        </a>
      </div>
      <div className="flex flex-col gap-3">
        <h3 className="font-medium">{text.how}</h3>
        <dl className="flex flex-col gap-3">
          {text.programs.map(({ name, steps }) => (
            <div key={name}>
              <dt className="note text-quiet">
                <bdi>{name}</bdi>
              </dt>
              <dd className="dense">{steps}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Link to="/profile/calendars" className={buttonClass("plain", "self-start")}>
        {text.done}
      </Link>
    </Card>
  );
}
