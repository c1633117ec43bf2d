"""The lines of one of the shop's own CSV files."""

from pathlib import Path

from content.errors import ShopError


def csv_lines(path: Path) -> list[str]:
    """Lines with their ends, as `csv` wants them; ShopError where the file is not UTF-8."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(file)
    except UnicodeDecodeError as error:
        raise ShopError(f"{path.name} is not UTF-8: save it as CSV in UTF-8.") from error
