import { describe, expect, it } from "vitest";
import { isFiltered, readView, unfiltered, viewHref } from "./list-view";

const read = (query: string) => readView(new URLSearchParams(query));

describe("the URL of a list", () => {
  it.each([
    ["", "/tasks"],
    ["status=open&priority=&category=&search=", "/tasks"],
    ["status=later&priority=urgent&overdue=yes", "/tasks"],
    ["status=all&priority=high&overdue=true", "/tasks?status=all&priority=high&overdue=true"],
    ["category=%DA%AF%DA%BE%D8%B1&search=+milk+", "/tasks?category=%DA%AF%DA%BE%D8%B1&search=milk"],
  ])("%j is %s", (query, href) => expect(viewHref(read(query))).toBe(href));

  it("carries the open task and the cursor of the next page", () => {
    expect(viewHref(read("status=all"), { task: 3 })).toBe("/tasks?status=all&task=3");
    expect(viewHref(read(""), { cursor: "a=b" })).toBe("/tasks?cursor=a%3Db");
  });

  it("tells whether a filter is set, and clears it", () => {
    expect(isFiltered(read("status=completed"))).toBe(false);
    expect(isFiltered(read("search=milk"))).toBe(true);
    expect(unfiltered(read("status=all&search=milk&overdue=true"))).toEqual(read("status=all"));
  });
});
