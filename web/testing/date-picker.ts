import type { Page } from "playwright-core";

/**
 * Chooses a day and a time in the picker of a field, in English.
 *
 * @param name name of the field
 * @param day the name of its button, such as "Friday 3 May 2030"
 * @param time such as "09:00"
 */
export async function pickMoment(page: Page, name: string, day: string, time: string) {
  const [, , month = "", year = ""] = day.split(" ");
  await page.getByRole("button", { name }).click();
  const picker = page.getByRole("dialog", { name });
  await picker.getByLabel("Year").selectOption(year);
  await picker.getByLabel("Month", { exact: true }).selectOption({ label: month });
  await picker.getByRole("button", { name: day }).click();
  const field = picker.getByRole("combobox", { name: "Time" });
  await field.fill(time);
  await field.press("Enter");
  await picker.waitFor({ state: "detached" });
}
