/** Lines where rows will be, shown once the wait is felt. */
export function ListSkeleton() {
  return (
    <div aria-hidden="true" className="late flex flex-col pt-6">
      {["w-2/5", "w-3/5", "w-1/3", "w-1/2", "w-2/5"].map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that never move
        <div key={line} className="flex flex-col gap-3 border-b py-4">
          <div className={`h-4 bg-hairline ${width}`} />
          <div className="h-3 w-1/4 bg-hairline" />
        </div>
      ))}
    </div>
  );
}
