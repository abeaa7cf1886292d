"""Makes the fonts of signs that Vazirmatn lacks: parts of free fonts, of versions told here."""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from installer.lock import ROOT

_FONTTOOLS = "fonttools==4.68.0"
_DROPPED = "GSUB,GPOS,GDEF,kern,FFTM,MATH,STAT,vhea,vmtx,gasp"


class _Part(NamedTuple):
    """What is taken from a font in a package of npm; `unicodes` are ranges."""

    name: str
    package: str
    font: str
    unicodes: str


# Latin of other languages, Greek, Cyrillic, Armenian, Hebrew, Georgian; punctuation, arrows,
# mathematics, technical and other symbols. Then what people put into notes and names. All emoji
# would be half a megabyte more.
_PARTS = (
    _Part(
        "DejaVuSans-Signs",
        "dejavu-fonts-ttf@2.37.3",
        "ttf/DejaVuSans.ttf",
        "20,180-24F,300-36F,370-3FF,400-4FF,531-58A,5D0-5F4,10D0-10FC,1E80-1EF9,2010-23FF,"
        "2460-24FF,2500-27BF,27E6-27EB,2900-2BFF,FF00-FFEF",
    ),
    _Part(
        "NotoEmoji-Common",
        "@expo-google-fonts/noto-emoji@0.4.7",
        "400Regular/NotoEmoji_400Regular.ttf",
        "20,231A-231B,23E9-23F3,23F8-23FA,2614-2615,26A1,26BD,26D4,26EA,2705,270A-270B,2728,274C,"
        "274E,2753-2757,2795-2797,2B1B-2B1C,2B50,2B55,1F1E6-1F1FF,1F308,1F319,1F31E-1F31F,"
        "1F337-1F33C,1F340,1F341,1F349,1F34E,1F353-1F355,1F35E,1F366,1F36B,1F370,1F37D,"
        "1F380-1F382,1F388-1F38A,1F393,1F3A7,1F3AF,1F3B5-1F3B6,1F3C6,1F3E0,1F3E2,1F3EA,1F3ED,1F408,"
        "1F415,1F41E,1F426,1F440,1F442,1F446-1F44F,1F451,1F453-1F455,1F457,1F45C,1F45E,1F460,"
        "1F464-1F469,1F474-1F476,1F484-1F485,1F48A-1F490,1F493-1F49F,1F4A1,1F4A5,1F4A7,"
        "1F4A9-1F4AC,1F4AF-1F4B3,1F4B5,1F4B8,1F4BB,1F4BC,1F4C4-1F4C9,1F4CB-1F4CE,1F4DD,1F4DE,"
        "1F4E0,1F4E2,1F4E6-1F4E9,1F4F1,1F4F2,1F4F7,1F4FA,1F50B,1F50D,1F510-1F514,1F517,1F525,"
        "1F527,1F528,1F534,1F535,1F550,1F55A,1F5A4,1F5A8,1F5D3,1F5FF,1F600-1F64F,1F680,1F697,"
        "1F69A,1F6A8,1F6AB,1F6B2,1F6B6,1F6CD,1F6CF,1F6D2,1F7E0-1F7E2,1F90C-1F91F,1F923-1F932,"
        "1F937,1F940,1F942,1F947-1F949,1F970,1F973-1F976,1F97A,1F9E1,1F9FF,1FAF6",
    ),
)


def _make(part: _Part, folder: Path) -> None:
    subprocess.run(["npm", "pack", "--silent", part.package], cwd=folder, check=True)
    [package] = folder.glob("*.tgz")
    with tarfile.open(package) as packed:
        packed.extract(f"package/{part.font}", folder, filter="data")
    target = ROOT / "resources" / "fonts" / f"{part.name}.ttf"
    subset = [str(Path(sys.executable).with_name("uv")), "tool", "run", "--from", _FONTTOOLS]
    options = ["--no-hinting", "--layout-features=", f"--drop-tables+={_DROPPED}"]
    options += [f"--unicodes={part.unicodes}", f"--output-file={target}"]
    source = folder / "package" / part.font
    subprocess.run([*subset, "pyftsubset", source, *options], check=True)


def main() -> None:
    """Write the fonts anew; needs npm."""
    for part in _PARTS:
        with tempfile.TemporaryDirectory() as folder:
            _make(part, Path(folder))


if __name__ == "__main__":
    main()
