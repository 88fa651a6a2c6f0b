import * as vega from "vega";
import * as vegaLite from "vega-lite";

/**
 * What runs in the browser: draws a specification as SVG, and looks with the browser's own fonts at what a reader
 * would see.
 *
 * @returns the place of the drawing, itself as a file, its texts, the warnings, and the texts that lie over one
 *   another or outside of the drawing
 */
globalThis.drawChart = async (spec) => {
  const warnings = [];
  const keep = (...words) => warnings.push(words.join(" "));
  const logger = { level: () => logger, error: keep, warn: keep, info: () => logger, debug: () => logger };
  const compiled = vegaLite.compile(spec, { logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "svg", logger });
  document.body.style.margin = "0";
  document.body.innerHTML = "<div id=chart style='display: inline-block'></div>";
  const container = document.getElementById("chart");
  await view.initialize(container).runAsync();
  const svg = container.querySelector("svg");
  svg.style.display = "block";
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")]
    .filter((element) => element.textContent.trim() !== "" && getComputedStyle(element).opacity !== "0")
    .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
  return {
    frame: { x: frame.x, y: frame.y, width: even(frame.width), height: even(frame.height) },
    svg: await view.toSVG(),
    texts: texts.map(({ text }) => text),
    warnings,
    overlaps: texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => isOver(one.box, other.box))
        .map((other) => `${one.text} | ${other.text}`),
    ),
    outside: texts.filter(({ box }) => !isInside(box, frame)).map(({ text }) => text),
  };
};

/** Whole pixels at every scale of pictures, without a part of the page beside the drawing. */
function even(length) {
  return 2 * Math.floor(length / 2);
}

/** A pixel or two of touching is the room between lines. */
function isOver(a, b) {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
}

function isInside(box, frame) {
  return (
    box.left >= frame.left - 1 &&
    box.right <= frame.right + 1 &&
    box.top >= frame.top - 1 &&
    box.bottom <= frame.bottom + 1
  );
}
