// Importing an element's class registers nothing; importing this file registers them all.

import { AnswerForm } from "./answer-form";
import { TableChoice } from "./choice";
import { DraftLine } from "./draft-line";
import { DraftNotices } from "./draft-notices";
import { DraftRefused } from "./draft-refused";
import { DraftsDialog } from "./drafts-dialog";
import { TableField } from "./field";
import { FindingItem } from "./finding-item";
import { FindingsPanel } from "./findings-panel";
import { PageFooter } from "./footer";
import { TargetTableForm } from "./form";
import { TableMenu } from "./menu";
import { MendingOrder } from "./order";
import { TableOpener } from "./opener";
import { TablePaster } from "./paster";
import { RulePage } from "./rule-page";
import { TableSheet } from "./sheet";
import { KeyHelp } from "./shortcuts";
import { StartPanel } from "./start-panel";
import { TableToolbar } from "./toolbar";

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  "tt-answer-form": AnswerForm,
  "tt-choice": TableChoice,
  "tt-draft-line": DraftLine,
  "tt-draft-notices": DraftNotices,
  "tt-draft-refused": DraftRefused,
  "tt-drafts": DraftsDialog,
  "tt-field": TableField,
  "tt-finding": FindingItem,
  "tt-findings": FindingsPanel,
  "tt-footer": PageFooter,
  "tt-menu": TableMenu,
  "tt-order": MendingOrder,
  "tt-opener": TableOpener,
  "tt-paster": TablePaster,
  "tt-rule-page": RulePage,
  "tt-sheet": TableSheet,
  "tt-shortcuts": KeyHelp,
  "tt-start": StartPanel,
  "tt-toolbar": TableToolbar,
  "target-table-form": TargetTableForm,
};

for (const name of Object.keys(ELEMENTS)) {
  const element = ELEMENTS[name];
  if (element !== undefined && customElements.get(name) === undefined) customElements.define(name, element);
}
