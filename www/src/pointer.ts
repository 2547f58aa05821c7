// JSON Pointers (RFC 6901): the one way in which findings, edits and the page's fields name a place in a table.

export type Pointer = string;

export function pointer(...steps: readonly (string | number)[]): Pointer {
  return steps.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

export function steps(at: Pointer): string[] {
  return at
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
}

export function parent(at: Pointer): Pointer {
  return at.slice(0, Math.max(0, at.lastIndexOf("/")));
}
