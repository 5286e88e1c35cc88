import { expect, it } from "vitest";
import { dataAddress, isKeptPage, keptAddress, pathOfPage } from "./kept-pages";

it("knows which pages are kept, by their path and by that of their data", () => {
  expect(isKeptPage("/tasks")).toBe(true);
  expect(isKeptPage("/tasks.data")).toBe(true);
  for (const path of ["/profile/security", "/reset-password", "/sign-in", "/", "/api/v1/tasks"])
    expect(isKeptPage(path), path).toBe(false);
  expect(pathOfPage("/_root.data")).toBe("/");
});

it("keeps an answer under its address, without what only the page reads", () => {
  expect(keptAddress("/tasks?add=milk&status=all")).toBe("/tasks?status=all");
  expect(keptAddress(dataAddress("/tasks?task=8"))).toBe("/tasks.data?task=8");
  expect(keptAddress("/offline?to=%2Ftrash")).toBe("/offline");
});
