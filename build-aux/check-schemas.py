#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds codebooks and the program's JSON against data/schemas, and beyond them.

Usage: check-schemas.py [--data DIR]
       check-schemas.py [--data DIR] --schema NAME FILE...

The first form checks every codebook of data/codebooks: shape, identifiers, terms
that are empty, too short, too long, or stand twice. The second checks files (- is
standard input) against data/schemas/NAME.schema.json; `code` and `match` are JSON
Lines. Prints one line for each fault; fails if there is one. Exit status 77: the
Python module jsonschema is not there, so nothing was checked.
"""

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("check-schemas.py: skipped, the Python module jsonschema is missing")
    sys.exit(77)

JSON_LINES = {"code", "match"}

# The languages in which every principle of a built-in codebook has terms and a definition.
LANGUAGES = ["en", "zh"]

# Terms that two principles share on purpose, as (language, term). None so far: a
# term that says two things says neither.
SHARED = set()

MAX_WORDS = 12  # ACCORD_TERM_MAX_WORDS

# What must never change: identifiers, and for the first codebook the names too
# (SHA-256 of the lines "id<TAB>English<TAB>Chinese").
IDS = {
    "ai-governance": ([f"T{i:02}" for i in range(1, 17)], [f"P{i:02}" for i in range(1, 91)]),
    "sustainable-development": (
        ["people", "planet", "prosperity", "peace", "partnership"],
        [f"SDG{i}" for i in [1, 2, 3, 4, 5, 6, 12, 13, 14, 15, 7, 8, 9, 10, 11, 16, 17]]),
}
NAMES = {"ai-governance": "e0708b85e2e390509edce9740aae7e2fcdec34b2186f62d56a6a4e74a7309319"}

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def no_twice(pairs):
    """For json: an object in which a member stands twice is a fault."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError(f"a member stands twice among {', '.join(key for key, _ in pairs)}")
    return value


def parse(text):
    return json.loads(text, object_pairs_hook=no_twice)


def bundle(folder):
    """All schemas as one, each under $defs, so that no reference leaves it."""
    def moved(value, name):
        if isinstance(value, list):
            return [moved(item, name) for item in value]
        if not isinstance(value, dict):
            return value
        value = {key: moved(item, name) for key, item in value.items() if key != "$schema"}
        if isinstance(value.get("$ref"), str):
            file, _, inner = value["$ref"].partition("#")
            value["$ref"] = f"#/$defs/{file.removesuffix('.schema.json') or name}{inner}"
        return value

    schemas = {}
    for path in sorted(folder.glob("*.schema.json")):
        schema = parse(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        name = path.name.removesuffix(".schema.json")
        schemas[name] = moved(schema, name)
    return schemas


def schema_faults(schemas, name, value):
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schemas})
    for error in validator.iter_errors(value):
        while error.context:  # of several ways to be right, the one that went furthest
            error = max(error.context, key=lambda inner: len(inner.absolute_path))
        place = "/".join(str(step) for step in error.absolute_path)
        yield f"/{place}: {error.message[:300]}"


def spans(value, place=""):
    """Every object with a start and an end, with its place."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from spans(item, f"{place}/{i}")
    elif isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield place, value["start"], value["end"]
        for key, item in value.items():
            yield from spans(item, f"{place}/{key}")


def link_faults(link, place):
    total = sum(reason["weight"] for reason in link["reasons"])
    if link["reasons"] and total != link["score"]:
        yield f"{place}: the weights sum to {total}, the score is {link['score']}"


def sense_faults(name, value):
    """What a schema cannot say of the program's output."""
    for place, start, end in spans(value):
        if start > end:
            yield f"{place}: starts at {start} and ends at {end}"
    if name == "match":
        yield from link_faults(value, "")
    elif name == "compare":
        for i, link in enumerate(value["links"]):
            yield from link_faults(link, f"/links/{i}")
    elif name == "read":
        for i, document in enumerate(value):
            yield from block_faults(document["text"], document["blocks"], f"/{i}")
    elif name == "session":
        for i, document in enumerate(value["documents"]):
            yield from block_faults("".join(document["text"]), document["blocks"],
                                    f"/documents/{i}")


def block_faults(text, blocks, place):
    data, last = text.encode(), 0
    for i, block in enumerate(blocks):
        start, end = block["start"], block["end"]
        if start < last or end > len(data):
            yield f"{place}/blocks/{i}: {start} to {end} is not between {last} and {len(data)}"
        for at in (start, end):
            if at < len(data) and data[at] & 0xC0 == 0x80:
                yield f"{place}/blocks/{i}: {at} is inside a character"
        last = end


def folded(term):
    """What makes two terms the same: case counts only where the term says so."""
    text = term if isinstance(term, str) else term["text"]
    exact = isinstance(term, dict) and term.get("case", False)
    text = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    text = " ".join(re.sub(r"[\s\u2010-\u2015-]+", " ", text).split())
    return text if exact else text.casefold()


def count_words(text):
    """As the matcher counts: two ideographs are one word."""
    return (len(HAN.findall(text)) + 1) // 2 + len(re.findall(r"\w+", HAN.sub(" ", text)))


def term_faults(principle, language, seen):
    own = set()
    for term in principle["terms"][language]:
        text = folded(term)
        where = f"{principle['id']}, {language}, “{text}”"
        if count_words(text) == 0 or len(text) < 2:
            yield f"{where}: too short"
        if count_words(text) > MAX_WORDS:
            yield f"{where}: more than {MAX_WORDS} words"
        if text in own:
            yield f"{where}: stands twice"
        own.add(text)
        other = seen.setdefault((language, text), principle["id"])
        if other != principle["id"] and (language, text) not in SHARED:
            yield f"{where}: is a term of {other} too"


def codebook_faults(book, stem):
    themes = [theme["id"] for theme in book["themes"]]
    principles = [principle for theme in book["themes"] for principle in theme["principles"]]
    ids = [principle["id"] for principle in principles]
    for kind, names in (("theme", themes), ("principle", ids)):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{kind} {name}: stands twice"
    if book["id"] != stem:
        yield f"its id is {book['id']}, its file is named {stem}"
    if book["id"] in IDS and (themes, ids) != IDS[book["id"]]:
        yield "identifiers are lost, new or moved"
    if book["id"] in NAMES:
        lines = [f"{item['id']}\t{item['name'].get('en')}\t{item['name'].get('zh')}\n"
                 for item in book["themes"] + principles]
        found = hashlib.sha256("".join(lines).encode()).hexdigest()
        if found != NAMES[book["id"]]:
            yield f"names have changed: {found}"
    seen = {}
    for principle in principles:
        for language in LANGUAGES:
            if not principle["terms"].get(language):
                yield f"{principle['id']}: no terms in {language}"
            if not principle.get("definition", {}).get(language):
                yield f"{principle['id']}: no definition in {language}"
        for language in principle["terms"]:
            yield from term_faults(principle, language, seen)


def check_codebook(schemas, path):
    book = parse(path.read_text(encoding="utf-8"))
    faults = list(schema_faults(schemas, "codebook", book))
    return faults or list(codebook_faults(book, path.stem))


def check_output(schemas, name, text):
    faults = []
    if name in JSON_LINES:
        parts = [(f"line {i}: ", line) for i, line in enumerate(text.split("\n"), 1) if line]
    else:
        parts = [("", text)]
    for place, part in parts:
        value = parse(part)
        found = list(schema_faults(schemas, name, value))
        faults += [place + fault for fault in found or sense_faults(name, value)]
    return faults


def read(path):
    if path == "-":
        return sys.stdin.buffer.read().decode()
    return Path(path).read_bytes().decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parent.parent / "data")
    parser.add_argument("--schema", help="codebook, session, read, code, compare or match")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args()
    schemas = bundle(options.data / "schemas")
    if options.schema:
        if options.schema not in schemas or not options.files:
            parser.error("no such schema, or no file")
        files = options.files
    else:
        files = sorted((options.data / "codebooks").glob("*.json"))
    n_faults = 0
    for file in files:
        try:
            if options.schema:
                faults = check_output(schemas, options.schema, read(file))
            else:
                faults = check_codebook(schemas, file)
        except (OSError, ValueError) as error:
            faults = [str(error)]
        for fault in faults:
            print(f"{file}: {fault}")
        n_faults += len(faults)
    print(f"{len(files)} files, {n_faults} faults")
    return 1 if n_faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
