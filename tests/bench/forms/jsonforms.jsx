// JSON Forms with the published schema and its plain renderers, as its documentation shows it: each key is validated.
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import Ajv2020 from "ajv/dist/2020.js";
import { createRoot } from "react-dom/client";

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });

// It draws no cell for an object in a row, and says so on the console at every key, which would be timed as well.
const cells = [...vanillaCells, { tester: () => 0, cell: () => null }];

globalThis.show = (schema, table) => {
  createRoot(document.getElementById("form")).render(
    <JsonForms schema={schema} data={table} ajv={ajv} renderers={vanillaRenderers} cells={cells} />,
  );
};

/** The field of a row's unit, and what stands around it and its error. */
globalThis.field = (row) => document.getElementById(`#/properties/unit${row + 1}-input`);
globalThis.around = (row) => globalThis.field(row)?.closest(".control");
