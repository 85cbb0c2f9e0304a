"""The flagship lies at the top of the repository; in a wheel it lies among the other examples."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithFlagship(build_py):
    """Copies ``facts/`` and ``templates/`` to ``generator/scaffold/examples/fuling``."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "generator" / "scaffold" / "examples" / "fuling"
        for room in ("facts", "templates"):
            ignored = shutil.ignore_patterns("make", "__pycache__", ".*", "~*")
            shutil.copytree(ROOT / room, target / room, ignore=ignored, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithFlagship})
