from collections.abc import Sequence
from enum import IntEnum
from os import PathLike

class Blob:
    @classmethod
    def from_file_path(cls, filename: str | PathLike[str]) -> Blob: ...

class Face:
    upem: int
    def __init__(self, blob: Blob, index: int = 0) -> None: ...

class Font:
    def __init__(self, face: Face) -> None: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...

class BufferClusterLevel(IntEnum):
    MONOTONE_CHARACTERS = ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    cluster_level: BufferClusterLevel
    direction: str
    language: str
    glyph_infos: Sequence[GlyphInfo]
    glyph_positions: Sequence[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer, features: dict[str, bool] | None = None) -> None: ...
