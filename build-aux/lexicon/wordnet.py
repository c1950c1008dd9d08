# SPDX-License-Identifier: GPL-3.0-or-later
"""WordNet: which English words mean the same in their first senses, which derive from which,
and irregular forms. Definitions and examples are not read."""

PARTS = ("noun", "verb", "adj", "adv")
SYNONYM = (4, 3)  # of first and second senses, in ninths
DERIVED = 7


def read_synsets(folder, part):
    """{offset: (words, [(index of word, offset, part, index of its word)] of derivations)}"""
    synsets = {}
    for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        n = int(fields[3], 16)
        words = [w.split("(")[0].lower() for w in fields[4:4 + 2 * n:2]]
        at = 4 + 2 * n
        derived = []
        for i in range(int(fields[at])):
            sign, offset, kind, pair = fields[at + 1 + 4 * i:at + 5 + 4 * i]
            if sign in ("+", "\\"):
                derived.append((int(pair[:2], 16), offset, kind, int(pair[2:], 16)))
        synsets[fields[0]] = (words, derived)
    return synsets


def read_senses(folder, part):
    """{lemma: offsets of its senses, the commonest first}"""
    senses = {}
    for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = fields[-int(fields[2]):]
    return senses


def relations(folder):
    """{(word, word): strength of 1 to 9} of single words, both directions."""
    synsets = {part: read_synsets(folder, part) for part in PARTS}
    found = {}

    def add(a, b, strength):
        if a != b and "_" not in a + b:
            for pair in ((a, b), (b, a)):
                found[pair] = max(found.get(pair, 0), strength)

    kinds = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    for part in PARTS:
        for lemma, offsets in read_senses(folder, part).items():
            for offset, strength in zip(offsets, SYNONYM):
                for other in synsets[part][offset][0]:
                    add(lemma, other, strength)
        for words, derived in synsets[part].values():
            for i, offset, kind, j in derived:
                others = synsets[kinds[kind]][offset][0]
                if 0 < i <= len(words) and 0 < j <= len(others):
                    add(words[i - 1], others[j - 1], DERIVED)
    return found


def lemmas(folder):
    return {w for part in PARTS for w in read_senses(folder, part) if "_" not in w}


def same_synset(folder):
    """{word: words it shares a synset with}"""
    shared = {}
    for part in PARTS:
        for words, _ in read_synsets(folder, part).values():
            for word in words:
                shared.setdefault(word, set()).update(words)
    return shared


def irregular_forms(folder):
    """(form, lemma), such as (children, child)."""
    for part in PARTS:
        for line in (folder / f"{part}.exc").read_text("utf-8").splitlines():
            form, *bases = line.split()
            for base in bases[:1]:
                if "_" not in form + base and form != base:
                    yield form, base
