import type { DesignTexts } from "#app/i18n/design";
import { Button } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";
import { EmptyState } from "#app/ui/feedback/EmptyState";
import { ErrorState } from "#app/ui/feedback/ErrorState";
import { Problem } from "#app/ui/feedback/Problem";
import { Skeleton } from "#app/ui/feedback/Skeleton";

/** Error, loading and empty states. */
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
