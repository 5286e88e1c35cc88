/**
 * The address of a place with its parameters; those that are undefined are left out.
 *
 * @param parameters such as the month that is shown and the opened task
 */
export function placeHref(
  path: string,
  parameters: Record<string, string | number | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
