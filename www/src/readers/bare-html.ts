// HTML with no more in its tags than is read here. The page's policy forbids styles and handlers even in a document that is
// parsed and never shown: they do nothing there, but the browser reports each of them.

const TAG = /<(\/?)([a-z][\w:-]*)([^<>]*)>/gi;
const ATTRIBUTE = /([^\s"'=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g;
const READ = /^(colspan|height|hidden|rowspan|span|width)$/i;

export function bareHtml(source: string): string {
  return source.replace(TAG, (tag: string, slash: string, name: string, attributes: string) => {
    // A bracket within a quoted value: this is only half a tag.
    if (isOpenQuote(attributes)) return tag;
    // What a stylesheet says is not read either.
    return `<${slash}${/^style$/i.test(name) ? "template" : name}${readable(attributes)}>`;
  });
}

function readable(attributes: string): string {
  let kept = "";
  for (const [, name = "", value = '""'] of attributes.matchAll(ATTRIBUTE)) {
    if (READ.test(name)) kept += ` ${name}=${value}`;
    else if (/^style$/i.test(name)) kept += ` data-style=${value}`;
  }
  return kept;
}

function isOpenQuote(attributes: string): boolean {
  return /["']/.test(attributes.replace(/"[^"]*"|'[^']*'/g, ""));
}

/** What a style attribute said. */
export function styleOf(element: Element): string {
  return element.getAttribute("data-style") ?? "";
}
