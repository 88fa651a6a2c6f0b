import embed, { type Result, type VisualizationSpec } from "vega-embed";
import type { ChartOptions, ChartSpec } from "../../../src/chart/index.js";
import { element } from "./dom.js";

/** Makes a chart of the width of its plotting area, in pixels. */
export type ChartMaker = (width: number) => ChartSpec;

/** The charts that are on the page, drawn one after the other so that the page answers in between. */
export interface Gallery {
  /** A place where a chart will be drawn. */
  readonly add: (make: ChartMaker) => HTMLElement;
  /** Draws all charts anew, in the width there is. */
  readonly draw: () => void;
  /** Forgets them. */
  readonly clear: () => void;
}

interface Place {
  readonly figure: HTMLElement;
  readonly make: ChartMaker;
  drawn?: Result;
}

const WIDEST = 560;
const NARROWEST = 120;
const PADDING = { left: 0, top: 4, right: 4, bottom: 4 };

/** Begins without charts. */
export function openGallery(): Gallery {
  let places: Place[] = [];
  let turn = 0;
  const drawAll = async () => {
    const mine = ++turn;
    for (const place of places) {
      await pause();
      if (turn !== mine) return;
      await drawIn(place);
    }
  };
  return {
    add(make) {
      const figure = element("figure", { class: "chart" });
      places.push({ figure, make });
      return figure;
    },
    draw: () => void drawAll(),
    clear() {
      turn++;
      for (const { drawn } of places) drawn?.finalize();
      places = [];
    },
  };
}

/** What charts of the page have in common. */
export type Look = Pick<ChartOptions, "theme" | "locale" | "labels">;

/** Draws a chart, and once more where the names and figures beside the plot leave it less room. */
async function drawIn(place: Place): Promise<void> {
  const room = place.figure.clientWidth;
  const width = Math.min(WIDEST, Math.max(NARROWEST, room - 60));
  await show(place, width);
  // The page scales drawings that are too wide: what counts is how wide they want to be.
  const over = Number(place.figure.querySelector("svg")?.getAttribute("width")) - room;
  if (over > 0) await show(place, Math.max(NARROWEST, width - over));
}

async function show(place: Place, width: number): Promise<void> {
  place.drawn?.finalize();
  const spec = { ...place.make(width), padding: PADDING };
  place.drawn = await embed(place.figure, spec as unknown as VisualizationSpec, {
    renderer: "svg",
    // Without eval: expressions are interpreted, as the content security policy wants.
    ast: true,
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  });
}

/** Lets the browser do what it has to do. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
