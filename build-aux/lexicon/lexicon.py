# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence that words of a language mean English words, and what is made of it. A concept is
a stem of English, named by its commonest word. Words are brought together by the engine's own
stems, which the program compile-lexicon tells."""
import collections
import math
import re
import subprocess
import unicodedata

TOKEN = re.compile(r"[^\W\d_]+(?:[\u064B-\u0652][^\W\d_]*)*")
HAN = re.compile(r"[\u3400-\u9FFF]+")
MAX_CONCEPTS = 12
# Beyond so many concepts a word keeps only those of at least this strength.
SURE_CONCEPTS = 6
SURE_STRENGTH = 4
# Dictionaries' words for "somebody" and "something".
PLACEHOLDERS = {"sb", "sth", "smb", "smth", "sb's", "etc", "esp", "eg", "ie"}
EXPONENT = .35

# American spellings first: the other one is known by it.
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"),
             ("iser", "izer"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"),
             ("our", "or"), ("oured", "ored"), ("ouring", "oring"), ("re", "er"),
             ("ogue", "og"), ("ence", "ense"), ("amme", "am"), ("lling", "ling"),
             ("lled", "led"), ("ller", "ler"), ("lment", "llment"))


def tokens(text):
    text = unicodedata.normalize("NFKC", text).replace("\u0640", "")
    return [t.lower() for t in TOKEN.findall(re.sub("[\u064B-\u0652\u0670]", "", text))]


class Folder:
    """What the engine makes of words: asked once a word."""

    def __init__(self, program):
        self.program = program
        self.known = collections.defaultdict(dict)

    def learn(self, language, words):
        new = sorted({w for w in words if w not in self.known[language]})
        if not new:
            return
        output = subprocess.run([self.program, "--fold", language], check=True,
                                input="".join(w + "\n" for w in new), text=True,
                                encoding="utf-8", capture_output=True).stdout
        for word, line in zip(new, output.splitlines(), strict=True):
            stem, stop = line.rsplit("\t", 1)
            self.known[language][word] = (stem, stop == "1")

    def stems(self, language, words):
        """Stems of those that are content words."""
        known = self.known[language]
        return [known[w][0] for w in words if not known[w][1] and known[w][0]]


class Concepts:
    """English stems with their names and frequencies."""

    def __init__(self, folder, counts, shared, irregular, lemmas):
        self.folder = folder
        self.counts = collections.Counter()
        for word, count in counts:
            for token in tokens(word):
                self.counts[token] += count
        words = set(self.counts) | lemmas | {w for pair in irregular for w in pair}
        folder.learn("en", words)
        self.alias = {}
        self.variants = {}
        self.find_spellings(sorted(words), shared)
        self.find_irregular(irregular, lemmas)
        self.by_stem = collections.Counter()
        for word, count in sorted(self.counts.items()):
            for stem in self.stems([word]):
                self.by_stem[stem] += count
        self.names = {}

    def stem(self, word):
        stem = self.folder.known["en"][word][0]
        return self.alias.get(stem, stem)

    def stems(self, words):
        words = [w for w in words if w not in PLACEHOLDERS]
        found = [self.alias.get(s, s) for s in self.folder.stems("en", words)]
        return [s for s in found if re.fullmatch(r"[a-z][a-z'’]+", s)]

    def add_variant(self, word, other, alone):
        stem, base = self.folder.known["en"][word][0], self.stem(other)
        if stem == base or self.folder.known["en"][other][1] or self.folder.known["en"][word][1]:
            return
        if alone:
            self.alias[stem] = base
        self.variants.setdefault(word, (other, alone))

    def find_spellings(self, words, shared):
        """Of two spellings of a word the American one names the concept."""
        known = set(words)
        for word in words:
            for british, american in SPELLINGS:
                other = word[:-len(british)] + american
                if not word.endswith(british) or len(word) - len(british) < 3:
                    continue
                if other in known and (other in shared.get(word, ()) or
                                       american.endswith(("ize", "ized", "izing", "ization"))):
                    self.add_variant(word, other, True)

    def find_irregular(self, irregular, lemmas):
        for form, base in irregular:
            if form in self.folder.known["en"] and base in self.folder.known["en"]:
                self.add_variant(form, base, form not in lemmas)

    def name_all(self, words):
        """The commonest word of each stem is its name; it must be the stem's own."""
        for word in sorted(words | set(self.counts)):
            if not re.fullmatch(r"[a-z][a-z'’]+", word) or word in self.variants:
                continue
            stem, stop = self.folder.known["en"][word]
            if stop or stem in self.alias:
                continue
            best = self.names.get(stem)
            if best is None or self.counts[word] > self.counts[best]:
                self.names[stem] = word

    def weight(self, stem, total):
        """0 to 99: how much a word tells, by how rare it is among the words of films."""
        p = max(self.by_stem[stem], 1) / total
        return round(99 * min(max((-2 - math.log10(p)) / 3.3, .03), 1))


class Words:
    """Evidence of one language: of each key its concepts, and terms that have that key."""

    def __init__(self, language, folder):
        self.language = language
        self.folder = folder
        self.evidence = collections.defaultdict(lambda: collections.defaultdict(float))
        self.terms = collections.defaultdict(collections.Counter)
        self.learnt = set()

    def key(self, term):
        """(key, term as it is written down), or None; terms are learnt before."""
        if self.language == "zh":
            return (term, term) if HAN.fullmatch(term) and len(term) <= 6 else None
        stems = self.folder.stems(self.language, tokens(term))
        if not 1 <= len(stems) <= 3:
            return None
        return " ".join(stems), " ".join(tokens(term))

    def add(self, term, concepts, amount):
        key = self.key(term)
        if key is None or not concepts:
            return
        self.terms[key[0]][key[1]] += 1
        for concept in concepts:
            self.evidence[key[0]][concept] += amount / len(concepts)

    def strengths(self, key):
        """{concept: strength of 1 to 9}: those that say little only where there are few."""
        found = self.evidence[key]
        most = max(found.values(), default=1)
        edges = sorted(((c, max(1, round(9 * (e / most) ** EXPONENT))) for c, e in found.items()),
                       key=lambda edge: (-edge[1], edge[0]))
        return dict(edge for n, edge in enumerate(edges[:MAX_CONCEPTS])
                    if n < SURE_CONCEPTS or edge[1] >= SURE_STRENGTH)

    def drop_plain_phrases(self):
        """A phrase that means no more than its words do goes; so does a long one that only one
        source has once."""
        if self.language == "zh":
            return
        for key in [k for k in self.evidence if " " in k]:
            if key.count(" ") > 1 and sum(self.terms[key].values()) < 2:
                del self.evidence[key]
                continue
            carried = set()
            for word in key.split(" "):
                if word in self.evidence:
                    carried.update(self.strengths(word))
            if carried.issuperset(self.strengths(key)):
                del self.evidence[key]

    def rows(self, kept):
        """[(term, [(concept, strength)])] sorted by term."""
        rows = []
        for key in sorted(self.evidence):
            edges = [edge for edge in self.strengths(key).items() if edge[0] in kept]
            if edges:
                term = min(self.terms[key].items(), key=lambda t: (-t[1], len(t[0]), t[0]))[0]
                rows.append((term, edges))
        return sorted(rows)
