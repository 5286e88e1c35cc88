import { expect, it } from "vitest";
import { dataAddress, isKeptPage, isPlace, keptAddress, pathOfPage } from "./kept-pages";

it("knows which pages are kept, by their path and by that of their data", () => {
  expect(isKeptPage("/tasks")).toBe(true);
  expect(isKeptPage("/tasks.data")).toBe(true);
  for (const path of ["/lists", "/lists/home", "/labels/%D8%A7%D9%85%DB%8C.data", "/calendar"])
    expect(isKeptPage(path), path).toBe(true);
  for (const path of [
    "/profile/security",
    "/reset-password",
    "/sign-in",
    "/",
    "/api/v1/lists/home",
  ])
    expect(isKeptPage(path), path).toBe(false);
  expect(pathOfPage("/_root.data")).toBe("/");
});

it("knows the places that a change of a task may change", () => {
  for (const address of ["/today", "/tasks.data", "/upcoming", "/lists/home.data", "/labels/a%20b"])
    expect(isPlace(address), address).toBe(true);
  for (const address of ["/tasks?task=8", "/lists", "/profile", "/chatbot.data", "/tasks/files"])
    expect(isPlace(address), address).toBe(false);
});

it("keeps an answer under its address, without what only the page reads", () => {
  expect(keptAddress("/tasks?add=milk&status=all")).toBe("/tasks?status=all");
  expect(keptAddress(dataAddress("/tasks?task=8"))).toBe("/tasks.data?task=8");
  expect(keptAddress("/offline?to=%2Ftrash")).toBe("/offline");
});
