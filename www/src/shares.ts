// How far an earlier period's target goes towards the next one's: “阶段目标为年度目标的 50%”. Exact: the numbers are decimals
// as written, and the division is one of whole numbers.

import { pointer, type Pointer } from "./pointer";
import type { Readings } from "./readings";
import { oneLine } from "./table-layout";
import type { Lang, Reading, Table } from "./types";
import { WORDS, type Words } from "./words";
import { judgeWords } from "./words/judge";

export interface Share {
  /** The positions of the two periods that are compared. */
  readonly earlier: number;
  readonly later: number;
  /** A number with at most one decimal, such as `33.3`. */
  readonly percent: string;
  /** Whether the percentage is that number to the last digit. */
  readonly isExact: boolean;
  /** Whether the targets are upper bounds, of which less is better. */
  readonly isBound: boolean;
}

/** By the field of the later period's target. What cannot be compared has no share. */
export function shares(table: Table, readings: Readings): ReadonlyMap<Pointer, Share> {
  const found = new Map<Pointer, Share>();
  table.indicators.forEach((_, row) => {
    table.periods.slice(1).forEach(({ id }, earlier) => {
      const before = readings.get(pointer("indicators", row, "targets", table.periods[earlier]?.id ?? ""));
      const at = pointer("indicators", row, "targets", id);
      const ratio = share(before, readings.get(at));
      if (ratio !== undefined) found.set(at, { ...ratio, earlier, later: earlier + 1 });
    });
  });
  return found;
}

/** The line under each cell: what was understood of it, and its share. */
export function readingLines(
  table: Table,
  readings: Readings,
  compared: ReadonlyMap<Pointer, Share>,
  language: Lang,
): ReadonlyMap<Pointer, string> {
  const words = WORDS[language];
  const lines = Array.from(readings)
    .filter(([, reading]) => reading.said[language] !== "")
    .map(([at, reading]): [Pointer, string] => {
      const share = compared.get(at);
      const understood = words.understood(reading.said[language]);
      return [at, share === undefined ? understood : understood + words.clause + shareWords(table, share, words)];
    });
  return new Map(lines);
}

function shareWords({ periods }: Table, share: Share, words: Words): string {
  const [earlier, later] = [periods[share.earlier], periods[share.later]];
  const isSameKind = earlier?.kind === later?.kind;
  const names = [earlier, later].map((period) => {
    const kind = words.periodKinds[period?.kind ?? ""];
    return isSameKind || kind === undefined ? oneLine(period?.label ?? "") : kind;
  });
  return judgeWords(words).share(share, names);
}

/** A rate does not grow from period to period as an amount does: 80% is not “four fifths” of 100%. */
const RATIO = "ratio";

function share(
  before: Reading | undefined,
  after: Reading | undefined,
): Pick<Share, "percent" | "isExact" | "isBound"> | undefined {
  if (before?.kind !== "quantity" || after?.kind !== "quantity") return undefined;
  if (before.unit == null || before.unit !== after.unit || before.dimension !== after.dimension) return undefined;
  if (after.dimension === RATIO) return undefined;
  const direction = directionOf(after);
  if (direction === undefined || direction !== directionOf(before)) return undefined;
  const ratio = tenthsOfPercent(before.value ?? "", after.value ?? "");
  return ratio === undefined ? undefined : { ...ratio, isBound: direction === "down" };
}

function directionOf({ comparator }: Reading): "up" | "down" | undefined {
  if (comparator == null) return undefined;
  return comparator === "<" || comparator === "<=" ? "down" : "up";
}

/** One decimal as a share of another one, rounded half up to tenths of a per cent. */
function tenthsOfPercent(part: string, whole: string): Pick<Share, "percent" | "isExact"> | undefined {
  const [numerator, denominator] = scaled(part, whole);
  if (numerator === undefined || denominator === undefined || denominator === BigInt(0)) return undefined;
  const thousandfold = numerator * BigInt(1000);
  const tenths = (BigInt(2) * thousandfold + denominator) / (BigInt(2) * denominator);
  const digits = tenths.toString().padStart(2, "0");
  const [whole_, tenth] = [digits.slice(0, -1), digits.slice(-1)];
  return {
    percent: tenth === "0" ? whole_ : `${whole_}.${tenth}`,
    isExact: tenths * denominator === thousandfold,
  };
}

/** Two decimals as whole numbers of the same scale; none where a text is not a plain decimal. */
function scaled(...decimals: readonly string[]): readonly (bigint | undefined)[] {
  const places = Math.max(...decimals.map((decimal) => (decimal.split(".")[1] ?? "").length));
  return decimals.map((decimal) => {
    if (!/^\d{1,40}(\.\d{1,40})?$/.test(decimal)) return undefined;
    const [whole = "", fraction = ""] = decimal.split(".");
    return BigInt(whole + fraction.padEnd(places, "0"));
  });
}
