import type { DesignTexts } from "#app/i18n/design";
import { Button } from "../Button";
import { Card } from "../Card";
import { EmptyState } from "../EmptyState";
import { ErrorState } from "../ErrorState";
import { Problem } from "../Problem";
import { Skeleton } from "../Skeleton";

/** Nothing, not yet, not possible. */
export function States({ words }: { words: DesignTexts }) {
  return (
    <Card title={words.states}>
      <Problem>{words.problem}</Problem>
      <div>
        <h3 className="note text-quiet">{words.loading}</h3>
        <Skeleton rows widths={["w-2/5", "w-3/5"]} />
      </div>
      <EmptyState title={words.empty} action={<Button type="button">{words.emptyDo}</Button>}>
        <p>{words.emptyHint}</p>
      </EmptyState>
      <ErrorState title={words.failed} safe={words.failedSafe} onRetry={() => {}} />
    </Card>
  );
}
