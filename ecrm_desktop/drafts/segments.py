"""What a form says about a segment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentDraft:
    """One segment; `rule` is JSON as `values.segment_reading` reads it."""

    name: str
    purpose: str = ""
    rule: str
