"""Whether a word in Arabic letters is a Latin name written over: `نوبي` is Nube, `غداء` is none. Vowels and doubled
letters do not count, and sounds one script has two letters for are one.
"""

from typing import Final

_LEAST: Final = 2  # sounds by which a name is known
_SOUNDS: Final = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "s", "ج": "g", "ح": "h", "خ": "h", "د": "d", "ض": "d", "ذ": "d",
    "ر": "r", "ز": "s", "س": "s", "ش": "s", "ص": "s", "ظ": "s", "ع": "", "غ": "g", "ف": "f", "ڤ": "f", "ق": "k",
    "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "b": "b", "p": "b", "t": "t", "d": "d", "g": "g", "j": "g", "h": "h", "r": "r", "z": "s", "s": "s", "x": "s",
    "ñ": "n", "f": "f", "v": "f", "k": "k", "q": "k", "l": "l", "m": "m", "n": "n", "ç": "s", "ß": "s",
}  # fmt: skip
_C: Final = ("k", "s")  # Cairn, Cielo
_SILENT: Final = "h"


def is_written_over(word: str, name: str) -> bool:
    """Whether an Arabic word (folded) and a Latin name sound alike by their consonants."""
    mine = _skeleton(word)
    readings = {_skeleton(name.lower().replace("c", sound)) for sound in _C}
    return len(mine) >= _LEAST and (mine in readings or _bare(mine) in {_bare(each) for each in readings})


def _skeleton(word: str) -> str:
    found = ""
    for letter in word:
        sound = _SOUNDS.get(letter, "")
        if sound and not found.endswith(sound):
            found += sound
    return found


def _bare(skeleton: str) -> str:
    """Without the h that some read and some do not, where enough is left."""
    left = skeleton.replace(_SILENT, "")
    return left if len(left) >= _LEAST else skeleton
