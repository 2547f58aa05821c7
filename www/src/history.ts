// Undo and redo with what is to be said of them, and the field to go to.

import { changeOf, placeOf } from "./changes";
import type { Sentence } from "./files";
import type { Pointer } from "./pointer";
import { type State, redo, undo } from "./state";
import { nameOf } from "./table-layout";
import { editWords } from "./words/edit";

export interface Turn {
  readonly state: State;
  readonly said: Sentence;
  readonly field: Pointer | undefined;
}

export function turnBack(before: State): Turn {
  const last = before.past[before.past.length - 1];
  if (last === undefined) return { state: before, said: (words) => editWords(words).nothingToUndo, field: undefined };
  const state = undo(before);
  const change = changeOf(state.table, last.forth);
  const field = placeOf(state.table, change);
  return {
    state,
    said: (words) => editWords(words).undone(change, nameOf(state.table, field ?? "", words)),
    field,
  };
}

export function turnForth(before: State): Turn {
  const [next] = before.future;
  if (next === undefined) return { state: before, said: (words) => editWords(words).nothingToRedo, field: undefined };
  const state = redo(before);
  const change = changeOf(state.table, next.forth);
  // The way back begins where the way forth ended.
  const field = placeOf(state.table, changeOf(state.table, next.back));
  return {
    state,
    said: (words) => editWords(words).redone(change, nameOf(state.table, field ?? "", words)),
    field,
  };
}
