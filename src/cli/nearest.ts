/** Up to three names that are most like a wrong one, the likeliest first. */
export function nearest(wrong: string, names: readonly string[]): string[] {
  const sought = wrong.trim().toLowerCase();
  const most = Math.max(2, sought.length / 3);
  return (
    [...new Set(names)]
      .map((name) => ({ name, distance: distanceOf(sought, name.trim().toLowerCase()) }))
      // Names of one or two letters, as words in Chinese are, have at least one in common.
      .filter(({ name, distance }) => distance <= most && distance < Math.max(sought.length, name.trim().length))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 3)
      .map(({ name }) => name)
  );
}

/** "did you mean …", or nothing where no name is like it. */
export function suggestion(wrong: string, names: readonly string[]): string {
  const alike = nearest(wrong, names).map((name) => JSON.stringify(name));
  return alike.length === 0 ? "" : `; did you mean ${alike.join(" or ")}?`;
}

/** How far two names are from each other: 1 where one holds the other, or else the letters to change (Levenshtein). */
function distanceOf(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) > 1 && (a.includes(b) || b.includes(a))) return 1;
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(replaced, above[column]! + 1, here[column - 1]! + 1));
    }
    above = here;
  }
  return above[b.length]!;
}
