/** Names for columns by their header: blank ones get their number, and one that is taken gets a number too. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, place) => {
    const plain = cell.trim() === "" ? `column ${place + 1}` : cell;
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain} (${number})`;
    taken.add(name);
    return name;
  });
}
