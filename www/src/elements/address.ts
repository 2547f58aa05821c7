// The page's address names a field, such as `#/indicators/3/name`, and opens it.

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Pointer } from "../pointer";
import { fieldOf } from "../table-layout";
import type { Table } from "../types";
import { goTo } from "./go";

export class Address implements ReactiveController {
  readonly #table: () => Table;

  constructor(host: ReactiveControllerHost, table: () => Table) {
    this.#table = table;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("hashchange", this.#open);
    this.openSoon();
  }

  hostDisconnected(): void {
    window.removeEventListener("hashchange", this.#open);
  }

  /** Goes to the field of the address once the table is drawn, unless somebody has gone elsewhere. */
  openSoon(): void {
    // The fields are drawn one after the other, all before the next frame.
    if (document.activeElement === document.body) requestAnimationFrame(this.#open);
  }

  /** Goes to a field by its link. */
  follow(field: Pointer): void {
    history.replaceState(null, "", `#${field}`);
    goTo(field);
  }

  readonly #open = (): void => {
    const at = place(window.location.hash);
    const field = at === undefined ? undefined : fieldOf(this.#table(), at);
    if (field !== undefined) goTo(field);
  };
}

function place(hash: string): Pointer | undefined {
  try {
    return hash.startsWith("#/") ? decodeURIComponent(hash.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}
