# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentence pairs from translated programs, their help and package descriptions, and word
pairs learnt from them by IBM Model 1. Only the word pairs leave this module."""
import html
import re
import struct
import subprocess

import numpy

MARKUP = re.compile(r"<[^<>]*>|&\w+;|%\d*\$?[-+#0-9.]*l*[a-zA-Z]|\$\{?\w+\}?|\{[^{}]*\}|\\n")


def clean(text):
    return re.sub(r"\s+", " ", MARKUP.sub(" ", html.unescape(text)).replace("_", "")
                  .replace("~", "").replace("&", "")).strip()


def read_mo(path):
    """(message, translation) of a compiled catalogue of gettext."""
    data = path.read_bytes()
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    _, _, n, originals, translations = struct.unpack(order + "5I", data[:20])
    for i in range(n):
        texts = []
        for table in (originals, translations):
            length, at = struct.unpack(order + "2I", data[table + 8 * i:table + 8 * i + 8])
            texts.append(data[at:at + length].decode("utf-8", "replace").split("\0")[-1
                         if table == translations else 0])
        message = texts[0].split("\x04")[-1]
        if message and texts[1]:
            yield clean(message), clean(texts[1])


def catalogues(root, locale):
    for path in sorted(root.glob(f"**/{locale}/LC_MESSAGES/*.mo")):
        yield from read_mo(path)


def paragraphs_of_page(path):
    text = re.sub(r"<!--.*?-->", "", path.read_text("utf-8", "replace"), flags=re.S)
    return [clean(p) for p in re.findall(r"<(?:p|title|desc)\b[^>]*>(.*?)</(?:p|title|desc)>",
                                         text, re.S)]


def help_pages(root, locale):
    """Pages of GNOME's help: those with as many paragraphs as the English page."""
    english = root / "usr/share/help/C"
    for path in sorted(english.glob("**/*.page")):
        other = root / "usr/share/help" / locale / path.relative_to(english)
        if not other.is_file():
            continue
        a, b = paragraphs_of_page(path), paragraphs_of_page(other)
        if len(a) == len(b):
            yield from zip(a, b)


def office_paragraphs(path):
    text = path.read_text("utf-8", "replace")
    found = re.findall(r'<(p|h[1-6])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</\1>', text, re.S)
    return {name: clean(body) for _, name, body in found}


def office_help(root, locale):
    """Pages of LibreOffice's help, whose paragraphs carry the same names in all languages."""
    english = root / "usr/share/libreoffice/help/en-US"
    for path in sorted(english.glob("text/**/*.html")):
        other = root / "usr/share/libreoffice/help" / locale / path.relative_to(english)
        if other.is_file():
            a, b = office_paragraphs(path), office_paragraphs(other)
            yield from ((a[name], b[name]) for name in sorted(a.keys() & b.keys()))


def read_translations(lists, locale):
    """{checksum of the English description: paragraphs} of Debian's Translation files."""
    found = {}
    for path in sorted(lists.glob(f"*Translation-{locale.replace('_', '%5f')}.lz4")):
        text = subprocess.run(["/usr/lib/apt/apt-helper", "cat-file", str(path)], check=True,
                              capture_output=True).stdout.decode("utf-8", "replace")
        for block in text.split("\n\n"):
            entry = re.search(r"^Description-md5: (\w+)\nDescription-[^:\n]+: ([^\n]*)\n?(.*)",
                              block, re.M | re.S)
            if entry:
                found[entry[1]] = [clean(p) for p in [entry[2], *entry[3].split("\n .\n")]]
    return found


def descriptions(lists, locale):
    english = read_translations(lists, "en")
    other = read_translations(lists, locale)
    for digest in sorted(english.keys() & other.keys()):
        if len(english[digest]) == len(other[digest]):
            yield from zip(english[digest], other[digest])


def learn(pairs, rounds=5, least_probability=.04, least_count=1.6):
    """IBM Model 1 in both directions over (foreign stems, English stems).

    Returns {(foreign, English): geometric mean of the two probabilities}. A word that stands
    twice in a sentence counts twice; sums run in a fixed order, so that the result is the same
    on every run."""
    foreign, english = {}, {}
    f_ids, e_ids, f_groups, e_groups = [], [], [], []
    n_f = n_e = 0
    for fs, es in pairs:
        if not fs or not es or len(fs) > 50 or len(es) > 50:
            continue
        f = [foreign.setdefault(w, len(foreign)) for w in fs]
        e = [english.setdefault(w, len(english)) for w in es]
        f_ids.append(numpy.repeat(f, len(e)))
        e_ids.append(numpy.tile(e, len(f)))
        f_groups.append(numpy.repeat(numpy.arange(n_f, n_f + len(f)), len(e)))
        e_groups.append(numpy.tile(numpy.arange(n_e, n_e + len(e)), len(f)))
        n_f += len(f)
        n_e += len(e)
    if not f_ids:
        return {}
    f_ids, e_ids = numpy.concatenate(f_ids), numpy.concatenate(e_ids)
    pair_of, index = numpy.unique(f_ids.astype(numpy.int64) * len(english) + e_ids,
                                  return_inverse=True)
    pair_f, pair_e = pair_of // len(english), pair_of % len(english)
    probability = []
    for group, given in ((numpy.concatenate(f_groups), pair_e),
                         (numpy.concatenate(e_groups), pair_f)):
        t = numpy.ones(len(pair_of))
        for _ in range(rounds):
            p = t[index]
            p /= numpy.bincount(group, p)[group]
            count = numpy.bincount(index, p, minlength=len(pair_of))
            t = count / numpy.bincount(given, count)[given]
        probability.append((t, count))
    (t, count), (u, other) = probability
    mean = numpy.sqrt(t * u)
    kept = numpy.nonzero((mean >= least_probability) &
                         (numpy.minimum(count, other) >= least_count))[0]
    f_words, e_words = list(foreign), list(english)
    return {(f_words[pair_f[i]], e_words[pair_e[i]]): float(mean[i]) for i in kept}
