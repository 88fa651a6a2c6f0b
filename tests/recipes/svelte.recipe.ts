import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import EffortPoll from "../../docs/examples/recipes/EffortPoll.svelte";

let poll: Record<string, unknown>;
beforeEach(() => {
  poll = mount(EffortPoll, { target: document.body });
});
afterEach(async () => {
  await unmount(poll);
});

function press(...labels: string[]): string | undefined {
  for (const label of labels)
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label)?.click();
  flushSync();
  return document.querySelector("output")?.textContent?.replace(/\s+/g, " ").trim();
}

it("has a button for each rating of the scale", () => {
  expect([...document.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "Skip",
  ]);
});

it("has no score before the first answer, also where somebody skipped", () => {
  expect(press()).toBe("No answers yet (0 answers, 0 skipped)");
  expect(press("Skip")).toBe("No answers yet (0 answers, 1 skipped)");
});

it("has no interval of one answer, and scores what is pressed", () => {
  expect(press("6")).toBe("Customer effort 6.0 of 7, one answer has no interval (1 answers, 0 skipped)");
  expect(press("7", "5", "Skip", "6")).toBe("Customer effort 6.0 of 7, 4.7 to 7.0 (4 answers, 1 skipped)");
});
