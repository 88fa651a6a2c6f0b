/**
 * The interval between two neighbouring cuts in which each time lies, by number; −1 outside all. Found in a table of cells of equal
 * width, of which only those with a cut inside need another look: no search, and no date, for each row.
 *
 * @param times - instants in milliseconds
 * @param cuts - instants in ascending order, two or more
 * @param seriesOf - the series of each time: the intervals of each series are numbered behind those of the one before
 */
export function slotsOf(times: ArrayLike<number>, cuts: readonly number[], seriesOf: ArrayLike<number>): Int32Array {
  const first = cuts[0]!;
  const last = cuts.at(-1)!;
  // A power of two divides without rounding, so that no time gets into a cell that starts after it.
  const width = 2 ** Math.max(0, Math.ceil(Math.log2((last - first) / (16 * cuts.length))));
  const table = cellTable(cuts, width);
  const ends = Float64Array.from(cuts.slice(1));
  const slots = new Int32Array(times.length);
  const perMillisecond = 1 / width;
  for (let row = 0; row < slots.length; row++) {
    const time = times[row]!;
    if (time < first || time >= last) {
      slots[row] = -1;
      continue;
    }
    let slot = table[((time - first) * perMillisecond) | 0]!;
    while (time >= ends[slot]!) slot++;
    slots[row] = slot + seriesOf[row]! * ends.length;
  }
  return slots;
}

/** The slot in which each cell starts. */
function cellTable(cuts: readonly number[], width: number): Int32Array {
  const first = cuts[0]!;
  const table = new Int32Array(Math.floor((cuts.at(-1)! - first) / width) + 1);
  let slot = 0;
  for (let cell = 0; cell < table.length; cell++) {
    while (slot + 2 < cuts.length && first + cell * width >= cuts[slot + 1]!) slot++;
    table[cell] = slot;
  }
  return table;
}
