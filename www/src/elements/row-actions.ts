// The operations on rows and periods as the page offers them: what each changes, says, and leads to.

import type { Sentence } from "../files";
import {
  MOST_PERIODS,
  PERIOD_KINDS,
  type PeriodChange,
  addPeriod,
  changeKind,
  movePeriod,
  removePeriod,
} from "../periods";
import { pointer } from "../pointer";
import {
  MOST_ROWS,
  type Place,
  type RowChange,
  addBelow,
  addCategory,
  addDimension,
  addToDimension,
  duplicate,
  file,
  move,
  places,
  remove,
  samePlace,
} from "../rows";
import { dimensionName, fullName, oneLine } from "../table-layout";
import type { Indicator, Table } from "../types";
import type { Words } from "../words";
import { editWords } from "../words/edit";
import { PatchEvent } from "./events";
import type { MenuGroup } from "./menu";

/** The menu of a row. */
export function rowMenu(table: Table, row: number, words: Words): readonly MenuGroup[] {
  const own = table.indicators[row];
  if (own === undefined) return [];
  const texts = editWords(words);
  const canAdd = table.indicators.length < MOST_ROWS;
  const elsewhere = places(table).filter((place) => !samePlace(place, own));
  const isComplete = addCategory(table, row) === undefined;
  return [
    {
      items: [
        { text: texts.addBelow, keys: "Ctrl+Enter", isOff: !canAdd, choose: () => addRow(table, row) },
        { text: texts.duplicate, isOff: !canAdd, choose: () => duplicateRow(table, row) },
        { text: texts.moveUp, keys: "Alt+↑", isOff: row === 0, choose: () => moveRow(table, row, -1) },
        {
          text: texts.moveDown,
          keys: "Alt+↓",
          isOff: row === table.indicators.length - 1,
          choose: () => moveRow(table, row, 1),
        },
      ],
    },
    {
      items: [
        {
          text: texts.addToDimension(dimensionName(own, words)),
          isOff: !canAdd,
          choose: () => added(addToDimension(table, row), "name"),
        },
        {
          text: texts.addDimension,
          isOff: !canAdd,
          choose: () => added(addDimension(table, row), "dimension"),
        },
        ...(isComplete
          ? []
          : [{ text: texts.addCategory, choose: () => added(addCategory(table, row), "category") }]),
      ],
    },
    {
      heading: texts.fileUnder,
      isFolded: true,
      items: elsewhere.map((place) => ({
        text: placeName(place, words),
        label: `${texts.fileUnder}${words.pathSeparator}${placeName(place, words)}`,
        choose: () => fileRow(table, row, place),
      })),
    },
    { items: [{ text: texts.removeRow, choose: () => removeRow(table, row) }] },
  ];
}

export function addRow(table: Table, row: number): PatchEvent {
  return added(addBelow(table, row), "name");
}

function duplicateRow(table: Table, row: number): PatchEvent {
  const change = duplicate(table, row);
  if (change === undefined) return say((words) => editWords(words).full);
  return patched(change, "name", (words) => editWords(words).duplicated(rowName(change.row, words)));
}

/** Moves a row; the focus stays in its column. */
export function moveRow(table: Table, row: number, by: -1 | 1, member = "name"): PatchEvent {
  const change = move(table, row, by);
  if (change === undefined) return say((words) => whyNot(table, row, by, words));
  if (change.row !== row) return patched(change, member, (words) => editWords(words).moved(change.row + 1));
  const neighbour = table.indicators[row + by];
  return patched(change, member, (words) => editWords(words).movedInto(row + 1, levelName(neighbour, words)));
}

/** Takes a row out without asking, because undo brings it back; the focus goes to the row that took its place. */
function removeRow(table: Table, row: number): PatchEvent {
  const change = remove(table, row);
  if (change === undefined) return say(() => "");
  const name: Sentence = (words) => rowName(row, words, table.indicators[row]);
  const isLast = table.indicators.length === 1;
  return patched(change, "name", (words) =>
    isLast ? editWords(words).emptied : editWords(words).removed(name(words)),
  );
}

function fileRow(table: Table, row: number, place: Place): PatchEvent {
  const change = file(table, row, place);
  if (change === undefined) return say(() => "");
  return patched(change, "name", (words) => editWords(words).movedInto(change.row + 1, placeName(place, words)));
}

function added(change: RowChange | undefined, member: string): PatchEvent {
  if (change === undefined) return say((words) => editWords(words).full);
  return patched(change, member, (words) => editWords(words).added(rowName(change.row, words)));
}

function patched({ patch, row }: RowChange, member: string, said: Sentence): PatchEvent {
  return new PatchEvent(patch, { field: `${pointer("indicators", row)}/${member}`, said });
}

/** Changes nothing and says why. */
function say(said: Sentence): PatchEvent {
  return new PatchEvent([], { said });
}

function whyNot(table: Table, row: number, by: -1 | 1, words: Words): string {
  const texts = editWords(words);
  if (row + by < 0) return texts.atFirst;
  if (row + by >= table.indicators.length) return texts.atLast;
  const category = table.indicators[row]?.category;
  return texts.atBorder(category === undefined ? "" : words.categories[category]);
}

/** What a row is called in a sentence. */
export function rowName(row: number, words: Words, indicator?: Indicator): string {
  return editWords(words).row(row + 1, indicator === undefined ? "" : fullName(indicator));
}

function placeName(place: Place, words: Words): string {
  return `${words.categories[place.category]}${words.pathSeparator}${dimensionName(place, words)}`;
}

function levelName(row: Indicator | undefined, words: Words): string {
  if (row === undefined) return "";
  const group = oneLine(row.group ?? "");
  return group === "" ? dimensionName(row, words) : `${dimensionName(row, words)}${words.pathSeparator}${group}`;
}

/** The menu of a period. The words say earlier and later, because goals stand latest first and columns earliest first. */
export function periodMenu(table: Table, period: number, words: Words): readonly MenuGroup[] {
  const own = table.periods[period];
  if (own === undefined) return [];
  const texts = editWords(words);
  const isFull = table.periods.length >= MOST_PERIODS;
  return [
    {
      items: [
        {
          text: texts.earlier,
          isOff: period === 0,
          choose: () => periodChanged(movePeriod(table, period, -1), () => texts.periodMoved(oneLine(own.label))),
        },
        {
          text: texts.later,
          isOff: period === table.periods.length - 1,
          choose: () => periodChanged(movePeriod(table, period, 1), () => texts.periodMoved(oneLine(own.label))),
        },
        { text: texts.removePeriod, isOff: table.periods.length === 1, choose: () => periodRemoved(table, period) },
      ],
    },
    {
      heading: texts.changeKind,
      items: PERIOD_KINDS.filter((kind) => kind !== own.kind).map((kind) => ({
        text: texts.periodKinds[kind],
        label: `${texts.changeKind}${words.pathSeparator}${texts.periodKinds[kind]}`,
        choose: () =>
          periodChanged(changeKind(table, period, kind), (words) =>
            editWords(words).periodChanged(editWords(words).periodKinds[kind]),
          ),
      })),
    },
    {
      heading: texts.addPeriod,
      items: PERIOD_KINDS.map((kind) => ({
        text: texts.periodKinds[kind],
        label: `${texts.addPeriod}${words.pathSeparator}${texts.periodKinds[kind]}`,
        isOff: isFull,
        choose: () =>
          periodChanged(addPeriod(table, kind), (words) =>
            editWords(words).periodAdded(editWords(words).periodKinds[kind]),
          ),
      })),
    },
  ];
}

function periodRemoved(table: Table, period: number): PatchEvent {
  const own = table.periods[period];
  const change = removePeriod(table, period);
  const targets = (change?.patch.length ?? 1) - 1;
  return periodChanged(change, (words) => editWords(words).periodRemoved(oneLine(own?.label ?? ""), targets));
}

function periodChanged(change: PeriodChange | undefined, said: Sentence): PatchEvent {
  if (change === undefined) return say(() => "");
  return new PatchEvent(change.patch, { field: pointer("periods", change.period, "label"), said });
}
