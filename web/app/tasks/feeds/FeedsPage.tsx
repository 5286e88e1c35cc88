import { Form, useNavigation } from "@remix-run/react";
import { CalendarDays } from "lucide-react";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { useFeedTexts } from "#app/i18n/feed-texts";
import { useDates } from "#app/i18n/use-format";
import { Button } from "#app/ui/controls/Button";
import { Segmented } from "#app/ui/controls/Segmented";
import { SelectField } from "#app/ui/controls/SelectField";
import { Card } from "#app/ui/display/Card";
import { PageBelow } from "#app/ui/display/PageBelow";
import { Problem } from "#app/ui/feedback/Problem";
import { FeedAddress } from "./FeedAddress";
import type { Feed } from "./feed";
import type { FeedsPageData } from "./read-feeds-page.server";
import type { FeedResult } from "./submit-feed-form.server";

/** The page of calendar feeds: those there are, and a form that makes one, whose address it shows once. */
export function FeedsPage({ data, result }: { data: FeedsPageData; result?: FeedResult }) {
  const text = useFeedTexts();
  const dates = useDates(data.timeZone, data.now);
  return (
    <PageBelow backTo="/profile" back={text.back} title={text.title} intro={text.intro}>
      {result?.feed ? (
        <FeedAddress feed={result.feed} />
      ) : (
        <FeedForm categories={data.categories} detail={result?.detail} />
      )}
      <Card title={text.yours}>
        {data.feeds.length === 0 ? (
          <p className="text-quiet">{text.none}</p>
        ) : (
          <ul className="border-t">
            {data.feeds.map((feed) => (
              <FeedRow key={feed.id} feed={feed} dates={dates} />
            ))}
          </ul>
        )}
      </Card>
    </PageBelow>
  );
}

function FeedForm({ categories, detail }: { categories: string[]; detail?: string }) {
  const text = useFeedTexts();
  const busy = useNavigation().state !== "idle";
  return (
    <Card title={text.make}>
      <Form method="post" className="flex flex-col gap-6">
        {detail && <Problem>{detail}</Problem>}
        <SelectField label={text.of} name="category">
          <option value="">{text.all}</option>
          {categories.map((category) => (
            <option key={category} value={category}>
              {category}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-col gap-2">
          <Segmented
            legend={text.as}
            name="kind"
            defaultValue="events"
            choices={[
              { value: "events", label: text.kinds.events },
              { value: "tasks", label: text.kinds.tasks },
            ]}
          />
          <p className="dense text-quiet">{text.kindHint}</p>
        </div>
        <Button
          variant="primary"
          name="intent"
          value="create"
          aria-disabled={busy || undefined}
          className="self-start"
        >
          {text.create}
        </Button>
      </Form>
    </Card>
  );
}

function FeedRow({ feed, dates }: { feed: Feed; dates: DateContext }) {
  const text = useFeedTexts();
  const name = feed.category ?? text.all;
  const read = feed.readAt ? text.readAt(dueLabel(feed.readAt, dates)) : text.neverRead;
  return (
    <li className="flex min-h-16 items-center gap-4 border-b py-2">
      <CalendarDays aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
      <p className="min-w-0 flex-1">
        <span className="block [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </span>
        <span className="note block text-quiet">
          {text.kinds[feed.kind]} · {text.madeAt(dueLabel(feed.createdAt, dates))}
        </span>
        <span className="note block text-quiet">{read}</span>
      </p>
      <Form method="post">
        <input type="hidden" name="feed" value={feed.id} />
        <Button
          variant="quiet"
          name="intent"
          value="revoke"
          aria-label={text.revokeLabel(name, text.kinds[feed.kind])}
        >
          {text.revoke}
        </Button>
      </Form>
    </li>
  );
}
