import type { Scale } from "../index.js";
import { isOnScale } from "../metrics/scale.js";

/** A usual scale, and the commands for it. */
interface UsualScale {
  readonly scale: Scale;
  readonly commands: string;
  /** How much rarer it is than others. */
  readonly rarity: number;
}

const USUAL: readonly UsualScale[] = [
  { scale: { min: 0, max: 10 }, commands: "nps", rarity: 0 },
  { scale: { min: 1, max: 5 }, commands: "csat, sentiment", rarity: 0 },
  { scale: { min: 0, max: 1 }, commands: "csat --scale 0-1", rarity: 0 },
  { scale: { min: 1, max: 7 }, commands: "ces, csat --scale 1-7", rarity: 0.5 },
  { scale: { min: 1, max: 10 }, commands: "csat --scale 1-10, csi, nps if 0 is on it", rarity: 0.5 },
  { scale: { min: 0.5, max: 5, step: 0.5 }, commands: "csat --scale 0.5-5", rarity: 0.5 },
  { scale: { min: 1, max: 3 }, commands: "csat --scale 1-3", rarity: 1.5 },
];

/** Numbers that surveys write for no answer; -3 and -2 are those of Chinese ones. */
const NO_ANSWER = [-99, -9, -3, -2, -1, 0, 66, 77, 88, 96, 97, 98, 99, 997, 998, 999];

/** A scale that ratings may be on, and the ratings that are not on it. */
export interface LikelyScale {
  readonly scale: Scale;
  readonly commands: string;
  readonly off: readonly number[];
}

/** A column with more ratings off a scale than this share, that are no usual code of "no answer", is not on it. */
const MOST_STRANGE = 0.02;

/**
 * The usual scale that goes best with the ratings of a column: with few off it, and few on it that nobody gave, which tells the more
 * the more people answered.
 *
 * @param counts - how often each rating was given
 */
export function likelyScale(counts: ReadonlyMap<number, number>): LikelyScale | undefined {
  const ratings = [...counts.keys()];
  const sum = (some: readonly number[]) => some.reduce((n, rating) => n + counts.get(rating)!, 0);
  const n = sum(ratings);
  const judged = USUAL.map(({ scale, commands, rarity }) => {
    const levels = (scale.max - scale.min) / (scale.step ?? 1) + 1;
    const off = ratings.filter((rating) => !isOnScale(rating, scale));
    const unused = levels - (ratings.length - off.length);
    const strange = sum(off.filter((rating) => !isCode(rating, scale)));
    // Where many have answered on a scale, they have given three different ratings or more, if there are, and where some have, two.
    const isUsed = n < 10 || levels - unused >= Math.min(levels, n < 10 * levels ? 2 : 3);
    return {
      scale,
      commands,
      off,
      strange,
      isUsed,
      cost: 0.8 * off.length + unused * 2 * Math.min(1, n / (10 * levels)) + rarity,
    };
  });
  const [best] = judged
    .filter(({ strange, isUsed }) => isUsed && strange <= MOST_STRANGE * n)
    .sort((a, b) => a.cost - b.cost);
  return best === undefined || best.off.length === ratings.length ? undefined : best;
}

/** Whether a number off a scale may stand for no answer: the usual ones, and the one above its end. */
export function isCode(rating: number, { min, max }: Scale): boolean {
  return NO_ANSWER.includes(rating) || (rating === max + 1 && max - min > 1);
}
