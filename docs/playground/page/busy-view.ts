import type { Step } from "../compute/compute.js";
import { button, element } from "./dom.js";
import type { Say, Word } from "./words.js";

/** Says that the page is at work, and how far it is. */
export interface BusyView {
  readonly shown: HTMLElement;
  readonly reading: (share: number) => void;
  readonly step: (step: Step) => void;
  readonly end: () => void;
}

const STEPS: Readonly<Record<Step, Word>> = {
  score: "progressScore",
  segments: "progressSegments",
  trend: "progressTrend",
  service: "progressService",
};

/** What takes less time than this is not spoken of. */
const SOON = 250;

export function busyView(say: Say, onCancel: () => void): BusyView {
  const bar = element("progress", { "aria-label": say("progress"), max: 1 });
  const text = element("span", {});
  const shown = element(
    "div",
    { id: "busy", hidden: true },
    text,
    bar,
    button(say("cancel"), onCancel, { id: "cancel" }),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    timer ??= setTimeout(() => {
      shown.hidden = false;
    }, SOON);
  };
  return {
    shown,
    reading(share) {
      begin();
      bar.value = share;
      text.textContent = say("progressReading", { percent: Math.floor(100 * share) });
    },
    step(step) {
      begin();
      bar.removeAttribute("value");
      text.textContent = say(STEPS[step]);
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      shown.hidden = true;
    },
  };
}
