"""The pages of a PDF as pictures, for the preview and for printers."""

import threading
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

# PDFium keeps state of its own that two threads must not touch at once.
_LOCK = threading.Lock()


class PdfPages:
    """One PDF in memory; safe to use from several threads. Sizes in points."""

    def __init__(self, content: bytes) -> None:
        # 8 MB of library that only who prints needs.
        import pypdfium2  # noqa: PLC0415

        with _LOCK:
            self._document: Any = pypdfium2.PdfDocument(content)
            self._sizes = [self._size(number) for number in range(len(self._document))]

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page, counted from 0."""
        return self._sizes[page]

    def image(self, page: int, pixels_a_point: float) -> QImage:
        """Return a page, counted from 0, as a picture on white."""
        with _LOCK:
            one = self._document[page]
            try:
                bitmap = one.render(scale=pixels_a_point, prefer_bgrx=True)
                picture = QImage(
                    bitmap.buffer,
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    QImage.Format.Format_RGB32,
                ).copy()  # the buffer belongs to PDFium
                bitmap.close()
            finally:
                one.close()
        return picture

    def close(self) -> None:
        """Give the memory back."""
        with _LOCK:
            self._document.close()

    def _size(self, page: int) -> QSizeF:
        one = self._document[page]
        try:
            return QSizeF(*one.get_size())
        finally:
            one.close()
