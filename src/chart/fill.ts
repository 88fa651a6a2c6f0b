const HAN = /\p{Script=Han}/u;

/**
 * Puts values in the places of a template. They are not read for braces, as they may be anybody's text. Chinese has spaces
 * around Latin words alone, so the template's own go where a value in Chinese meets it.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/( ?)\{(\w+)\}( ?)/g, (place, before: string, name: string, after: string, start: number) => {
    if (!Object.hasOwn(values, name)) return place;
    const value = values[name]!;
    const between = (space: string, one = "", other = "") => (HAN.test(one) && HAN.test(other) ? "" : space);
    return (
      between(before, template[start - 1], value[0]) +
      value +
      between(after, value.at(-1), template[start + place.length])
    );
  });
}
