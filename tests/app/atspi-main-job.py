#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds: atspi-main-job.py ACCORD FILE...

Starts the window with the files and walks it over AT-SPI: every control has a name,
the texts can be read, a principle can be shown alone by its default action."""
import ctypes
import os
import signal
import subprocess
import sys
import time

# A warning of the window is a failure; one of this program's own bus library is not.
FATAL = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60
NAMED = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.ENTRY, Atspi.Role.SLIDER, Atspi.Role.LIST_ITEM}

failures = []


def die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def check(fact, what):
    print(("ok - " if fact else "not ok - ") + what, flush=True)
    if not fact:
        failures.append(what)


def walk(node, depth=0):
    if node is None or depth > 60:
        return
    yield node
    try:
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        yield from walk(child, depth + 1)


def find_application(pid):
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and child.get_process_id() == pid:
            return child
    return None


def wait_for(function, what):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            found = function()
        except GLib.Error:
            found = None
        if found:
            return found
        # The library keeps what it has seen until it hears of a change, and it hears only here.
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)
    check(False, what)
    return None


def texts(application):
    return [n for n in walk(application) if "Text" in n.get_interfaces() and n.get_role() == Atspi.Role.TEXT]


def long_texts(application, n):
    found = [t for t in texts(application) if Atspi.Text.get_character_count(t) > 500]
    return found if len(found) >= n else None


def main():
    accord, *files = sys.argv[1:]
    process = subprocess.Popen([accord, *files], env={**os.environ, "G_DEBUG": FATAL}, preexec_fn=die_with_parent)
    try:
        application = wait_for(lambda: find_application(process.pid), "the window can be found")
        found = application and wait_for(lambda: long_texts(application, 2), "at least two texts can be read")
        if found:
            check(all(t.get_name() for t in found), "each text has the name of its document")
            check(all(Atspi.Text.get_text(t, 0, 50).strip() for t in found), "each text gives its words")
        nodes = [n for n in walk(application) if n.get_role() in NAMED]
        nameless = [n.get_role_name() + " in " + (n.get_parent().get_name() or n.get_parent().get_role_name())
                    for n in nodes if not n.get_name() and n.get_child_count() == 0]
        check(len(nodes) > 10, "controls are found (%d)" % len(nodes))
        check(not nameless, "every control has a name" + "".join("\n#   " + n for n in nameless[:20]))
        check(process.poll() is None, "the window is still there")
    finally:
        process.terminate()
        process.wait(20)
    print("1.." + str(6))
    return 1 if failures else 0


sys.exit(main())
