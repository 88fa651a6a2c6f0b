/** How many answers there are of each score from 0 to 255 and, at index 256, how many are missing. */
export type DenseCounts = Float64Array;

/** Takes an answer that has no counter: a fraction, a large number, an object, a mistake. */
export type Other = (answer: unknown, index: number) => void;

/** Counts an array of any kind. */
export function countArray(answers: ArrayLike<unknown>, counts: DenseCounts, other: Other): void {
  for (let index = 0; index < answers.length; index++) {
    const answer = answers[index];
    // A number that equals its own lowest eight bits is a whole number from 0 to 255.
    if (typeof answer === "number" && (answer & 255) === answer) counts[answer]!++;
    else if (answer === null || answer === undefined) counts[256]!++;
    else other(answer, index);
  }
}

/**
 * Counts bytes two at a time, in a table of all 65 536 pairs: half the increments, and their order does not matter. Two pairs
 * are read at once, which leaves time for counting.
 */
export function countBytes(bytes: Uint8Array, counts: DenseCounts): void {
  const start = -bytes.byteOffset & 3;
  const fours = new Uint32Array(bytes.buffer, bytes.byteOffset + start, (bytes.length - start) >> 2);
  const table = new Uint32Array(65536);
  // Piece by piece, as engines may leave a loop that has begun in slow code to its end there.
  for (let from = 0; from < fours.length; from += 65536) countPairs(fours.subarray(from, from + 65536), table);
  for (let pair = 0; pair < 65536; pair++) {
    counts[pair & 255]! += table[pair]!;
    counts[pair >> 8]! += table[pair]!;
  }
  for (const ends of [bytes.subarray(0, start), bytes.subarray(start + 4 * fours.length)])
    for (const byte of ends) counts[byte]!++;
}

function countPairs(fours: Uint32Array, table: Uint32Array): void {
  for (let i = 0; i < fours.length; i++) {
    const four = fours[i]!;
    table[four & 65535]!++;
    table[four >>> 16]!++;
  }
}
