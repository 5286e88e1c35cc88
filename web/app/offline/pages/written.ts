/** What a field held before the person wrote in it. */
const before = new Map<Element, string>();

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type));

/**
 * Watches what is written on this page.
 *
 * @returns a function that ends it
 */
export function watchWriting(): () => void {
  const remember = ({ target }: Event) => {
    if (isField(target) && !before.has(target)) before.set(target, target.value);
  };
  // What was sent is no longer only written.
  const forget = ({ target }: Event) => {
    for (const field of before.keys())
      if (target instanceof HTMLFormElement && target.contains(field)) before.delete(field);
  };
  document.addEventListener("focusin", remember);
  document.addEventListener("submit", forget);
  return () => {
    document.removeEventListener("focusin", remember);
    document.removeEventListener("submit", forget);
  };
}

/** Whether something is written on this page that a reload would lose. */
export function isWritten(): boolean {
  for (const [field, value] of before) {
    if (!field.isConnected) before.delete(field);
    else if ((field as Field).value !== value && (field as Field).value !== "") return true;
  }
  return false;
}
