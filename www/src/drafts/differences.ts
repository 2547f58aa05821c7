// What changed between two states of a table, in words: for choosing the one to go back to.

import { type Pointer, pointer } from "../pointer";
import { textAt } from "../state";
import { HEAD_FIELDS, fullName, nameOf } from "../table-layout";
import type { Indicator, Table } from "../types";
import type { Words } from "../words";

export interface Differences {
  /** The names of the fields that say something else. */
  readonly fields: readonly string[];
  /** The names of the rows that the later table has and the earlier has not, and the other way round. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function differences(before: Table, after: Table, words: Words): Differences {
  const { pairs, added, removed } = matchRows(before.indicators, after.indicators);
  const changed: Place[] = [
    ...HEAD_FIELDS.filter((at) => textAt(before, at) !== textAt(after, at)).map((at): Place => [after, at]),
    ...[...(before.periods.length > after.periods.length ? before : after).periods.keys()].flatMap((index) =>
      changedPeriod(before, after, index),
    ),
    ...pairs.flatMap(([one, other]) => changedRow(before, after, one, other)),
  ];
  const name = (table: Table, index: number): string =>
    fullName(table.indicators[index] as Indicator) || words.rowNumber(index + 1);
  return {
    fields: Array.from(new Set(changed.map(([table, at]) => nameOf(table, at, words)))),
    added: added.map((index) => name(after, index)),
    removed: removed.map((index) => name(before, index)),
  };
}

/** A place, and the table that has it. */
type Place = readonly [Table, Pointer];

function changedPeriod(before: Table, after: Table, index: number): Place[] {
  const owner = after.periods[index] === undefined ? before : after;
  return ["label", "end", "goal"]
    .map((member) => pointer("periods", index, member))
    .filter((at) => textAt(before, at) !== textAt(after, at))
    .map((at): Place => [owner, at]);
}

const MEMBERS = ["category", "dimension", "group", "name", "unit", "weight", "definition"];

function changedRow(before: Table, after: Table, one: number, other: number): Place[] {
  const places = [...MEMBERS.map((member) => [member]), ...after.periods.map(({ id }) => ["targets", id])];
  return places
    .filter(
      (place) =>
        textAt(before, pointer("indicators", one, ...place)) !== textAt(after, pointer("indicators", other, ...place)),
    )
    .map((place): Place => [after, pointer("indicators", other, ...place)]);
}

interface Match {
  readonly pairs: readonly (readonly [number, number])[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** Which row became which: the same row where there is one, else one of the same name, else the first of its kind. */
function matchRows(before: readonly Indicator[], after: readonly Indicator[]): Match {
  const partner = new Map<number, number>();
  const free = new Set(before.keys());
  const match = (isSame: (one: number, other: number) => boolean): void =>
    after.forEach((_, other) => {
      if (partner.has(other)) return;
      const one = Array.from(free).find((candidate) => isSame(candidate, other));
      if (one === undefined) return;
      free.delete(one);
      partner.set(other, one);
    });
  const [olds, news] = [before, after].map((rows) => rows.map((row) => JSON.stringify(row)));
  match((one, other) => olds?.[one] === news?.[other]);
  match((one, other) => before[one]?.name !== "" && before[one]?.name === after[other]?.name);
  match((one, other) => kind(before[one]) === kind(after[other]));
  return {
    pairs: Array.from(partner, ([other, one]): [number, number] => [one, other]).sort((a, b) => a[1] - b[1]),
    added: Array.from(after.keys()).filter((other) => !partner.has(other)),
    removed: Array.from(free),
  };
}

function kind(row: Indicator | undefined): string {
  return `${row?.category} ${row?.dimension} ${row?.group}`;
}
