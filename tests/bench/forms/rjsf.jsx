// react-jsonschema-form with the published schema, as its documentation shows it: each key is validated.
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020.js";
import { createRoot } from "react-dom/client";

const validator = customizeValidator({ AjvClass: Ajv2020, ajvOptionsOverrides: { strict: false } });

globalThis.show = (schema, table) => {
  createRoot(document.getElementById("form")).render(
    <Form schema={schema} formData={table} validator={validator} liveValidate="onChange" showErrorList={false} />,
  );
};

/** The field of a row's unit, and what stands around it and its error. */
globalThis.field = (row) => document.getElementById(`root_indicators_${row}_unit`);
globalThis.around = (row) => globalThis.field(row)?.closest(".rjsf-field");
