// JSON Pointers (RFC 6901): the one way in which findings, edits and the page's fields name a place in a table.

export type Pointer = string;

export function pointer(...steps: readonly (string | number)[]): Pointer {
  return steps.reduce<Pointer>((at, step) => `${at}/${escaped(step)}`, "");
}

/** Hardly any step needs it, and a long table has thousands of pointers. */
function escaped(step: string | number): string | number {
  if (typeof step === "number" || !/[~/]/.test(step)) return step;
  return step.replace(/~/g, "~0").replace(/\//g, "~1");
}

export function steps(at: Pointer): string[] {
  const plain = at.split("/").slice(1);
  return at.includes("~") ? plain.map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~")) : plain;
}

export function parent(at: Pointer): Pointer {
  return at.slice(0, Math.max(0, at.lastIndexOf("/")));
}
