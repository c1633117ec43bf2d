"""A shop's voice in the commands: doctor shows it, and a slip in it stops a command before anything is written."""

from pathlib import Path

import pytest

from content.shop import load_shop
from flows.__main__ import main
from flows.health import _voice

SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "de"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "EUR"\n' for locale in ("de-DE", "fr-FR")
)
TEXT = "---\nmarket: de-DE\n---\n# Stange messen\n\nDu misst die Stange.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
    (tmp_path / "products.csv").write_text("sku,title\nL1,Vorhang Lido\n", encoding="utf-8")
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "voice").mkdir()
    return tmp_path


def test_doctor_says_who_is_addressed_how_and_for_whom_nobody_said(shop: Path) -> None:
    assert not _voice(load_shop(shop)).is_there
    (shop / "voice/de.md").write_text("---\naddress: Sie\n---\n", encoding="utf-8")
    assert _voice(load_shop(shop)).says.startswith("no file for fr-FR: ours there.")
    (shop / "voice/fr.md").write_text("Notre maison.\n", encoding="utf-8")
    sign = _voice(load_shop(shop))
    assert (sign.is_there, sign.says) == (True, "form of address: de-DE Sie, fr-FR vous")


def test_check_holds_a_text_against_the_voice_file(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["check", str(shop / "text.md"), "--shop", str(shop)]
    main(command)
    assert "culture.form" not in capsys.readouterr().out
    (shop / "voice/de.md").write_text("---\naddress: Sie\n---\n", encoding="utf-8")
    assert main(command) == 1
    assert "block culture.form" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["doctor", "check", "week"])
def test_a_slip_in_a_voice_file_is_one_line_and_exit_2(
    shop: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (shop / "voice/de.md").write_text("---\naddress: euch\n---\n", encoding="utf-8")
    files = [str(shop / "text.md")] if command == "check" else []
    assert main([command, *files, "--shop", str(shop)]) == 2
    said = capsys.readouterr().err.strip()
    line = "voice/de.md: address 'euch' is no form of address in 'de': write one of du, Sie."
    assert said.splitlines()[-1] == f"acreage {command}: {line}"
