// Which keys do what. On a Mac the command key takes the place of Ctrl.

import type { Direction } from "./walk";

export type Command =
  | { readonly do: "go"; readonly to: Direction }
  | { readonly do: "move-row"; readonly by: -1 | 1 }
  | { readonly do: "next-finding"; readonly by: -1 | 1 }
  | { readonly do: "add-row" | "copy-above" | "undo" | "redo" | "save" | "print" };

export type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "keyCode"
>;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const LETTERS: Readonly<Record<string, Command["do"] & ("copy-above" | "undo" | "redo" | "save" | "print")>> = {
  d: "copy-above",
  z: "undo",
  y: "redo",
  s: "save",
  p: "print",
};

/** What a key asks for; nothing while an input method composes, whose keys are its own (229 in older browsers). */
export function commandOf(press: Press, isMac = onMac()): Command | undefined {
  if (press.isComposing || press.keyCode === 229) return undefined;
  const { key, altKey, shiftKey } = press;
  const control = isMac ? press.metaKey : press.ctrlKey;
  const isOtherControl = isMac ? press.ctrlKey : press.metaKey;
  if (isOtherControl) return undefined;
  const arrow = ARROWS[key];
  if (altKey) {
    if (control || shiftKey || (arrow !== "up" && arrow !== "down")) return undefined;
    return { do: "move-row", by: arrow === "up" ? -1 : 1 };
  }
  if (!control) return key === "F8" ? { do: "next-finding", by: shiftKey ? -1 : 1 } : undefined;
  const letter = key.toLowerCase();
  if (shiftKey) return letter === "z" ? { do: "redo" } : undefined;
  if (arrow !== undefined) return { do: "go", to: arrow };
  if (key === "Enter") return { do: "add-row" };
  const command = LETTERS[letter];
  return command === undefined ? undefined : { do: command };
}

/** Keys as the applicant's keyboard has them. */
export function keysHere(keys: string): string {
  return onMac() ? keys.replace(/Ctrl\+/g, "⌘").replace(/Alt\+/g, "⌥").replace(/Shift\+/g, "⇧") : keys;
}

function onMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
}
