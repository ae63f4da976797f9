"""What a warm process has loaded: all but the reactor, of which each process needs its own."""

import sys
from importlib import import_module
from pkgutil import iter_modules

for room in ("audit", "crawler", "doorstep", "reports"):
    for found in iter_modules(import_module(room).__path__, f"{room}."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
import_module("loopback")
import_module("phonenumbers.data.region_GB")

assert "twisted.internet.reactor" not in sys.modules
