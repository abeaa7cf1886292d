import subprocess
import sys

CODE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ecrm_desktop.ui.widgets.chart import Chart

app = QApplication([])
chart = Chart(format_value=str, name="sales")
chart.show()
chart.show_values(["a", "b"], [1.0, 2.0])
assert chart.layout().count() == 0
poll = QTimer()
poll.timeout.connect(lambda: app.quit() if chart.layout().count() else None)
poll.start(5)
QTimer.singleShot(20000, lambda: app.exit(3))
raise SystemExit(app.exec())
"""


def test_the_first_chart_appears_when_its_library_has_been_imported_beside_the_window() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
