/** Slot of the missing answers, after those of the scores 0 to 255. */
export const MISSING = 256;

/** How many answers there are of each score from 0 to 255, and how many are missing. */
export type DenseCounts = Float64Array;

/** Every numeric typed array. */
export type NumericArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** Takes an answer that has no slot of its own: a fraction, a large number, an object, a mistake. */
type Other = (answer: unknown, index: number) => void;

/** Counts a plain array. */
export function countArray(answers: readonly unknown[], counts: DenseCounts, other: Other): void {
  for (let index = 0; index < answers.length; index++) {
    const answer = answers[index];
    // A number that equals its own lowest eight bits is a whole number from 0 to 255.
    if (typeof answer === "number" && (answer & 255) === answer) counts[answer]!++;
    else if (answer === null || answer === undefined) counts[MISSING]!++;
    else other(answer, index);
  }
}

/** Counts a typed array. */
export function countTypedArray(numbers: NumericArray, counts: DenseCounts, other: Other): void {
  // Any kind of number is first copied to doubles, block by block, so that one loop sees one kind of array and stays fast.
  const block = new Float64Array(Math.min(numbers.length, 4096));
  for (let start = 0; start < numbers.length; start += block.length) {
    const size = Math.min(block.length, numbers.length - start);
    block.set(numbers.subarray(start, start + size));
    for (let i = 0; i < size; i++) {
      const number = block[i]!;
      if ((number & 255) === number) counts[number]!++;
      else other(number, start + i);
    }
  }
}

/** Counts bytes. */
export function countBytes(bytes: Uint8Array | Uint8ClampedArray, counts: DenseCounts): void {
  if (bytes.length < 1 << 16) return countEachByte(bytes, counts);
  const start = bytes.byteOffset % 2;
  const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset + start, (bytes.length - start) >> 1);
  countBytePairs(pairs, counts);
  countEachByte(bytes.subarray(0, start), counts);
  countEachByte(bytes.subarray(start + 2 * pairs.length), counts);
}

function countEachByte(bytes: Uint8Array | Uint8ClampedArray, counts: DenseCounts): void {
  for (let i = 0; i < bytes.length; i++) counts[bytes[i]!]!++;
}

/** Counts two bytes at once in a table of all 65 536 pairs, which halves the increments; their order does not matter. */
function countBytePairs(pairs: Uint16Array, counts: DenseCounts): void {
  const table = new Uint32Array(1 << 16);
  for (let i = 0; i < pairs.length; i++) table[pairs[i]!]!++;
  for (let pair = 0; pair < table.length; pair++) {
    counts[pair & 255]! += table[pair]!;
    counts[pair >> 8]! += table[pair]!;
  }
}
