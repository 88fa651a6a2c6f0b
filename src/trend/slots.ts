/**
 * Finds the interval between two neighbouring cuts in which times lie, by number; −1 outside all. It is looked up in a table of cells
 * of equal width, of which only those with a cut inside need another look: no search, and no date, for each row.
 *
 * @param times - instants in milliseconds
 * @param cuts - instants in ascending order, two or more
 * @param seriesOf - the series of each time: the intervals of each series are numbered behind those of the one before
 * @returns the slots of the rows from one to before another, until it is asked again
 */
export function slotFinder(
  times: ArrayLike<number>,
  cuts: readonly number[],
  seriesOf: ArrayLike<number>,
): (from: number, to: number) => Int32Array {
  const first = cuts[0]!;
  const last = cuts.at(-1)!;
  // A power of two divides without rounding, so that no time gets into a cell that starts after it.
  const width = 2 ** Math.max(0, Math.ceil(Math.log2((last - first) / (16 * cuts.length))));
  const table = cellTable(cuts, width);
  const ends = Float64Array.from(cuts.slice(1));
  let slots = new Int32Array(0);
  return (from, to) => {
    if (slots.length !== to - from) slots = new Int32Array(to - from);
    fillSlots(slots, from, times, seriesOf, { first, last, perMillisecond: 1 / width, table, ends });
    return slots;
  };
}

interface Cells {
  readonly first: number;
  readonly last: number;
  readonly perMillisecond: number;
  /** The slot in which each cell starts. */
  readonly table: Int32Array;
  /** Where each slot ends. */
  readonly ends: Float64Array;
}

function fillSlots(
  slots: Int32Array,
  from: number,
  times: ArrayLike<number>,
  seriesOf: ArrayLike<number>,
  { first, last, perMillisecond, table, ends }: Cells,
): void {
  const slotsOfSeries = ends.length;
  for (let index = 0; index < slots.length; index++) {
    const time = times[from + index]!;
    if (time < first || time >= last) {
      slots[index] = -1;
      continue;
    }
    let slot = table[((time - first) * perMillisecond) | 0]!;
    while (time >= ends[slot]!) slot++;
    slots[index] = slot + seriesOf[from + index]! * slotsOfSeries;
  }
}

function cellTable(cuts: readonly number[], width: number): Int32Array {
  const first = cuts[0]!;
  const table = new Int32Array(Math.floor((cuts.at(-1)! - first) / width) + 1);
  let slot = 0;
  for (let cell = 0; cell < table.length; cell++) {
    while (first + cell * width >= cuts[slot + 1]!) slot++;
    table[cell] = slot;
  }
  return table;
}
