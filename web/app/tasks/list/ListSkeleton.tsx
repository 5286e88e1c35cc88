import { Skeleton } from "#app/ui/feedback/Skeleton";

/** Placeholder rows while a list loads. */
export function ListSkeleton() {
  return <Skeleton rows widths={["w-2/5", "w-3/5", "w-1/3", "w-1/2", "w-2/5"]} className="pt-6" />;
}
