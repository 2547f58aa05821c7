// The catalogue of rules, loaded when somebody first asks why.

import type { Lang } from "./types";

interface Rule {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly page: Readonly<Record<Lang, string>>;
}

let catalogue: Promise<readonly Rule[]> | undefined;

/** The page of a rule as Markdown; `undefined` where the catalogue has no such rule. */
export async function pageOf(id: string, lang: Lang): Promise<string | undefined> {
  catalogue = catalogue ?? load();
  try {
    return (await catalogue).find((rule) => rule.id === id)?.page[lang];
  } catch (error) {
    // The next question asks the network again.
    catalogue = undefined;
    throw error;
  }
}

async function load(): Promise<readonly Rule[]> {
  const response = await fetch("rules.json");
  if (!response.ok) throw new Error(`rules.json: ${response.status}`);
  return (await response.json()) as readonly Rule[];
}
