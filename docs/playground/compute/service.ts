import { type ServqualResponse, type ServqualResult, servqual } from "../../../src/index.js";
import type { Table } from "../data/table.js";
import { INSTRUMENTS, ITEMS, type ServiceMetric, type Settings } from "../settings.js";
import { readRatings } from "./read-ratings.js";
import { readWeights } from "./read-weights.js";
import type { UnreadableBuilder } from "./unreadable.js";

/** Scores service quality. A response with an item or a weight that cannot be read is left out, counted and told of. */
export function scoreService(
  { columns, rows }: Table,
  metric: ServiceMetric,
  { perceptions, expectations, weight, missing, level }: Settings,
  unreadable: UnreadableBuilder,
): { readonly service: ServqualResult; readonly invalidResponses: number } {
  const instrument = INSTRUMENTS[metric];
  const definition = { ...ITEM, metric: "servqual", scale: instrument.scale };
  const itemsFrom = (first: number) => {
    const items = columns.slice(first, first + ITEMS);
    if (items.length < ITEMS)
      throw new RangeError(`${ITEMS} columns are needed from ${columns[first]?.name}, there are ${items.length}`);
    return items.map((column) => readRatings(column, definition, missing, unreadable));
  };
  const perceived = itemsFrom(perceptions);
  const expected = expectations === null ? null : itemsFrom(expectations);
  const weights = weight === null ? undefined : readWeights(columns[weight]!, unreadable);
  let invalidResponses = 0;
  function* responses(): Generator<ServqualResponse> {
    for (let row = 0; row < rows; row++) {
      const answers = perceived.map((item) => item[row]!);
      const hopes = expected?.map((item) => item[row]!) ?? null;
      const responseWeight = weights?.[row] ?? 1;
      if ([...answers, ...(hopes ?? []), responseWeight].some((value) => Number.isNaN(value))) invalidResponses++;
      else yield { perceptions: answers, expectations: hopes, weight: responseWeight };
    }
  }
  const service = servqual(responses(), { instrument, level });
  return { service, invalidResponses };
}

/** What reads an item: any definition on its scale does. */
const ITEM = {
  better: "higher",
  statistic: "mean",
  bands: [{ name: "any", sentiment: "positive", from: 1 }],
} as const;
