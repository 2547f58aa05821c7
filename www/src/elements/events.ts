// What components tell the form. They know nothing else of one another.

import type { Snapshot } from "../drafts/draft";
import type { Sentence } from "../files";
import type { Patch } from "../patch";
import type { Pointer } from "../pointer";
import type { Finding, Table } from "../types";

class BubblingEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true });
  }
}

/** A field's text has changed. While an input method composes, the text is not yet what the applicant means. */
export class EditEvent extends BubblingEvent {
  static readonly type = "tt-edit";
  constructor(
    readonly at: Pointer,
    readonly text: string,
    readonly composing = false,
  ) {
    super(EditEvent.type);
  }
}

export class LeaveEvent extends BubblingEvent {
  static readonly type = "tt-leave";
  constructor(readonly at: Pointer) {
    super(LeaveEvent.type);
  }
}

/** Asks, beside a field, for a finding's page, which stands in the list. */
export class WhyEvent extends BubblingEvent {
  static readonly type = "tt-why";
  constructor(readonly finding: Finding) {
    super(WhyEvent.type);
  }
}

/** Asks, beside a field, to answer a warning, which is done in the list. */
export class AnswerEvent extends BubblingEvent {
  static readonly type = "tt-answer";
  constructor(readonly finding: Finding) {
    super(AnswerEvent.type);
  }
}

/**
 * Asks for a change of the document as one step of undo; then for a field to go to, for a sentence to be said, and for
 * fields to count as filled in.
 */
export class PatchEvent extends BubblingEvent {
  static readonly type = "tt-patch";
  constructor(
    readonly patch: Patch,
    readonly then: {
      readonly field?: Pointer;
      readonly said?: Sentence;
      readonly finished?: "all" | readonly Pointer[];
    } = {},
  ) {
    super(PatchEvent.type);
  }
}

/** A table is to be opened under its name: the applicant's own, out of a file, or one to look at. */
export class OpenEvent extends BubblingEvent {
  static readonly type = "tt-open";
  constructor(
    readonly table: Table,
    readonly name: Sentence,
    readonly isOwn: boolean,
  ) {
    super(OpenEvent.type);
  }
}

/** Something that was asked for cannot be done; the sentence says why. */
export class RefuseEvent extends BubblingEvent {
  static readonly type = "tt-refuse";
  constructor(readonly problem: Sentence) {
    super(RefuseEvent.type);
  }
}

/** Asks to see what a finding's fix would change. */
export class FixEvent extends BubblingEvent {
  static readonly type = "tt-fix";
  constructor(readonly finding: Finding) {
    super(FixEvent.type);
  }
}

export class GoEvent extends BubblingEvent {
  static readonly type = "tt-go";
  constructor(
    readonly field: Pointer,
    readonly said?: Sentence,
  ) {
    super(GoEvent.type);
  }
}

export type Action = "blank" | "open-file" | "save" | "copy-table" | "undo" | "redo" | "print" | "check" | "language";

export class ActionEvent extends BubblingEvent {
  static readonly type = "tt-action";
  constructor(readonly action: Action) {
    super(ActionEvent.type);
  }
}

/** Asks for a blank table in the layout of a profile. */
export class BlankEvent extends BubblingEvent {
  static readonly type = "tt-blank";
  constructor(readonly profile: string) {
    super(BlankEvent.type);
  }
}

/** Asks to check by another profile. */
export class ProfileEvent extends BubblingEvent {
  static readonly type = "tt-profile";
  constructor(readonly profile: string) {
    super(ProfileEvent.type);
  }
}

export class ExampleEvent extends BubblingEvent {
  static readonly type = "tt-example";
  constructor(readonly example: number) {
    super(ExampleEvent.type);
  }
}

/** What is asked for drafts. */
export type DraftAction =
  | { readonly do: "list" | "close" | "put-back" | "save-all" | "take-over" | "save-as-new" | "retry" | "dismiss" }
  | { readonly do: "open" | "duplicate" | "remove" | "save"; readonly id: string }
  | { readonly do: "rename"; readonly id: string; readonly name: string }
  | { readonly do: "go-back"; readonly to: Snapshot };

export class DraftEvent extends BubblingEvent {
  static readonly type = "tt-draft";
  constructor(readonly action: DraftAction) {
    super(DraftEvent.type);
  }
}
