/**
 * Puts values in the places of a template. They are not read for braces, as they may be anybody's text. Chinese has spaces
 * around Latin words alone, so the template's own go where a value in Chinese meets it.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? `\0${values[name]}\0` : place))
    .replace(/(\p{Script=Han})(?: \0|\0 )(?=\p{Script=Han})|\0/gu, "$1");
}
