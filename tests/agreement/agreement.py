"""python-jsonschema reads the published schema as the engine does.

Usage: agreement.py DOCUMENTS.jsonl, as `cargo run -p target-table-tests --bin mutants -- SEED COUNT` writes them.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "schema"
FEWEST = 2000


def validator(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def main(path):
    table = validator("target-table.schema.json")
    validator("report.schema.json")
    passed, failed = 0, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if not document["bySchema"]:
                continue
            if table.is_valid(json.loads(document["text"])) == document["accepted"]:
                passed += 1
            else:
                failed.append(document)
    for document in failed:
        verdict = "accepted" if document["accepted"] else "refused"
        print(f"{document['name']}, {verdict} by the engine: {document['text'][:2000]}")
    print(f"{passed} passed, {len(failed)} failed")
    if passed + len(failed) < FEWEST:
        sys.exit(f"There are fewer than {FEWEST} documents in {path}; write more with the binary `mutants`.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
