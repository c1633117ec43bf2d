"""Prints how well `cluster` agrees with people, and what it costs as lists grow. No label is seen by the code measured.

    python tests/benchmarks/bench_clusters.py quality FOLDER [SET]    FOLDER: banking77_train.csv, clinc150_train.tsv
    python tests/benchmarks/bench_clusters.py parts FOLDER [SET]      found / best on random parts that nobody tuned on
    python tests/benchmarks/bench_clusters.py growth SIZE...          invented shop queries; s, CPU s, of it encoding, MB;
                                        of several sizes, smallest first, also a picture, growth.svg
    python tests/benchmarks/bench_clusters.py increment KNOWN NEW [FOLDER]    new queries join known topics of ten;
                                        FOLDER keeps vectors from run to run (1,000,000: 13 min on one core to read)
    python tests/benchmarks/bench_clusters.py pillars SIZE [FOLDER]   subjects and translations of so many topics of ten
    python tests/benchmarks/bench_clusters.py order SIZE              the same topics from two orders of the rows

`best` is the best of 20 resolutions chosen *with* labels on the same graph, `k-means` has the true number of groups.
"""

import csv
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import numpy as np
from sklearn.cluster import MiniBatchKMeans
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from seo import clusters as module  # noqa: E402 - the line above makes our own rooms importable
from seo.clusters import cluster  # noqa: E402
from seo.continuity import continued  # noqa: E402
from seo.drawing import draw  # noqa: E402
from seo.encoders.by_language import ByLanguage  # noqa: E402
from seo.encoders.cached import Cached  # noqa: E402
from seo.encoders.encoder import Encoder  # noqa: E402
from seo.joining import join  # noqa: E402
from seo.keywords import keywords  # noqa: E402
from seo.language import key  # noqa: E402
from seo.levels import louvain  # noqa: E402
from seo.neighbours import neighbours  # noqa: E402
from seo.pillars import with_pillars  # noqa: E402
from seo.records import Clustering, Intent, Keyword, Signal, SignalKind, Topic  # noqa: E402
from seo.rules import rules  # noqa: E402
from seo.signals.reading import signal_id  # noqa: E402
from seo.topics import questions  # noqa: E402
from seo.translations import linked  # noqa: E402
from seo.vectors import space  # noqa: E402
from seo.wishes import wish  # noqa: E402
from tests.benchmarks.cost import Clock, peak_mb, say  # noqa: E402
from tests.benchmarks.growth_plot import plot  # noqa: E402
from tests.benchmarks.shop_queries import Labelled, shop_queries  # noqa: E402

T = TypeVar("T")
RESOLUTIONS = [0.25 * 2 ** (step / 1.8) for step in range(20)]
COLUMNS = ["set", "n", "true", "found", "alone", "ARI", "best", "k-means", "AMI", "BCubed-F", "CPU-s"]


class Once(Encoder):
    """Remembers a list's vectors: the measured code and what it is measured against read it once."""

    def __init__(self, inner: Encoder) -> None:
        self.name, self._inner, self._known = inner.name, inner, dict[str, Any]()

    def encode(self, texts: Sequence[str]) -> Any:
        new = sorted({text for text in texts if text not in self._known})
        self._known |= dict(zip(new, self._inner.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


def sets(folder: Path) -> Iterator[tuple[str, str, Labelled]]:
    """Name, language, texts with labels: whole sets, and parts of them of other sizes and shapes."""
    with (folder / "banking77_train.csv").open(encoding="utf-8", newline="") as file:
        banking = Labelled(*map(list, zip(*list(csv.reader(file))[1:], strict=True)))
    lines = (folder / "clinc150_train.tsv").read_text(encoding="utf-8").splitlines()[1:]
    clinc = Labelled(*map(list, zip(*(line.split("\t") for line in lines), strict=True)))
    yield "banking77", "en", banking
    yield "clinc150", "en", clinc
    for language in ("en", "de", "es", "ja"):
        yield f"shop {language}", language, shop_queries(language)
    for name, whole in (("banking77", banking), ("clinc150", clinc)):
        yield f"{name}, 20 intents", "en", some_labels(whole, 20)
        yield f"{name}, 500 texts", "en", some_texts(whole, 500)
        yield f"{name}, 2000 texts", "en", some_texts(whole, 2000)
        yield f"{name}, unequal", "en", unequal(whole)


def some_labels(whole: Labelled, count: int) -> Labelled:
    kept = set(random.Random(5).sample(sorted(set(whole.labels)), count))
    return _those(whole, [label in kept for label in whole.labels])


def some_texts(whole: Labelled, count: int, chance: random.Random | None = None) -> Labelled:
    kept = set((chance or random.Random(5)).sample(range(len(whole.texts)), count))
    return _those(whole, [place in kept for place in range(len(whole.texts))])


def unequal(whole: Labelled) -> Labelled:
    """The i-th label keeps a share of 1 / i^.6 of its texts."""
    chance = random.Random(5)
    names = sorted(set(whole.labels))
    chance.shuffle(names)
    share = {name: (place + 1) ** -0.6 for place, name in enumerate(names)}
    return _those(whole, [chance.random() < share[label] for label in whole.labels])


def _those(whole: Labelled, kept: Sequence[bool]) -> Labelled:
    places = [place for place, is_kept in enumerate(kept) if is_kept]
    return Labelled([whole.texts[place] for place in places], [whole.labels[place] for place in places])


def random_parts(whole: Labelled) -> Iterator[tuple[str, Labelled]]:
    """Half of the things (labels are `thing / wish`), half of the wishes, 1,000 texts: three draws of each."""
    wishes = [label.split(" / ")[-1] for label in whole.labels]
    things = [label.split(" / ")[0] for label in whole.labels]
    for seed in (1, 2, 3):
        chance = random.Random(seed)
        if things != wishes:
            yield f"half of the things {seed}", _half(whole, things, chance)
        yield f"half of the wishes {seed}", _half(whole, wishes, chance)
        yield f"1000 texts {seed}", some_texts(whole, 1000, chance)


def _half(whole: Labelled, names: Sequence[str], chance: random.Random) -> Labelled:
    every = sorted(set(names))
    kept = set(chance.sample(every, len(every) // 2))
    return _those(whole, [name in kept for name in names])


def labels_of(found: Clustering, size: int) -> Any:
    labels = np.zeros(size, dtype=np.int64)
    for number, places in enumerate([*found.clusters, *((place,) for place in found.unclustered)]):
        labels[list(places)] = number
    return labels


def bcubed(truth: Sequence[str], found: Any) -> float:
    left, right = np.unique(truth, return_inverse=True)[1], np.unique(found, return_inverse=True)[1]
    table = np.zeros((left.max() + 1, right.max() + 1))
    np.add.at(table, (left, right), 1)
    precision = (table**2 / table.sum(axis=0, keepdims=True)).sum() / len(left)
    recall = (table**2 / table.sum(axis=1, keepdims=True)).sum() / len(left)
    return float(2 * precision * recall / (precision + recall))


def by_labels(whole: Labelled, language: str, encoder: Encoder) -> tuple[float, float]:
    """The best ARI of any resolution on the same graph, and k-means' with the true number on the same vectors."""
    texts = sorted(set(whole.texts), key=lambda text: (key(text, language), text))
    label = dict(zip(whole.texts, whole.labels, strict=True))
    truth = [label[text] for text in texts]
    wishes = [wish(text, language) for text in texts]
    where = space(texts, [item.stems for item in wishes], encoder)
    near = neighbours(where, module._least(where))
    graph = module._graph(near.places, near.likeness * module._kept(near, wishes))
    best = max(adjusted_rand_score(truth, louvain(graph, step)) for step in RESOLUTIONS)
    count = len(set(truth))
    means = MiniBatchKMeans(count, n_init=3, batch_size=4096, random_state=0).fit_predict(
        where.of(slice(None))
    )
    return best, float(adjusted_rand_score(truth, means))


def quality(folder: Path, only: str = "") -> None:
    print(("{:26}" + "{:>9}" * 10).format(*COLUMNS))  # noqa: T201
    for name, language, whole in sets(folder):
        if only in name:
            encoder = Once(ByLanguage().of(language, len(whole.texts)))
            encoder.encode(whole.texts)
            clock = Clock()
            found = cluster(whole.texts, language, encoder)
            spent = clock.cpu
            labels, truth = labels_of(found, len(whole.texts)), whole.labels
            figures = [adjusted_rand_score(truth, labels), *by_labels(whole, language, encoder)]
            figures += [adjusted_mutual_info_score(truth, labels), bcubed(truth, labels)]
            counts = [len(truth), len(set(truth)), len(found.clusters), len(found.unclustered)]
            print(f"{name:26}", *(f"{n:8}" for n in counts), *(f"{x:8.3f}" for x in figures), f"{spent:8.1f}")  # noqa: T201
            print(f"    {found.level}", flush=True)  # noqa: T201


def parts(folder: Path, only: str = "") -> None:
    """What `cluster` reaches of the best resolution. Above 1 where wishes are found inside things, which the plain graph
    does not tell apart."""
    for name, language, whole in sets(folder):
        if only in name and "," not in name:
            encoder, shares = Once(ByLanguage().of(language, len(whole.texts))), []
            for part, drawn in random_parts(whole):
                found = labels_of(cluster(drawn.texts, language, encoder), len(drawn.texts))
                best, _ = by_labels(drawn, language, encoder)
                shares.append(float(adjusted_rand_score(drawn.labels, found)) / best)
                print(f"{name}, {part:32}{best:8.3f}{shares[-1]:8.3f}", flush=True)  # noqa: T201
            print(f"{name}: mean {np.mean(shares):.3f}, worst {min(shares):.3f}", flush=True)  # noqa: T201


# ---- growth --------------------------------------------------------------------------------------

_HOW = [
    "cheap",
    "black",
    "small",
    "large",
    "grey",
    "kids",
    "outdoor",
    "luxury",
    "vintage",
    "foldable",
    "wooden",
    "light",
    "heavy",
    "white",
    "blue",
]
_WHERE = [
    "bedroom",
    "kitchen",
    "garden",
    "office",
    "balcony",
    "camping",
    "travel",
    "hotel",
    "school",
    "bathroom",
    "rv",
    "studio",
    "garage",
    "nursery",
]


def invented(size: int) -> list[str]:
    """Different shop queries: phrasings of `shop_queries` with a quality and a place. The same for the same size."""
    chance, found = random.Random(11), dict[str, None]()
    plain = shop_queries("en").texts
    while len(found) < size:
        text = chance.choice(plain)
        text = f"{chance.choice(_HOW)} {text}" if chance.random() < 0.6 else text
        text = f"{text} for {chance.choice(_WHERE)}" if chance.random() < 0.6 else text
        text = f"{text} {chance.randint(1, 400)} cm" if chance.random() < 0.5 else text
        found[text] = None
    return list(found)


class Timed(Encoder):
    """Adds up what reading costs."""

    def __init__(self, inner: Encoder) -> None:
        self.name, self._inner, self.cpu, self.seconds = inner.name, inner, 0.0, 0.0

    def of(self, language: str, size: int) -> Encoder:
        self._inner = self._inner.of(language, size)
        return self

    def encode(self, texts: Sequence[str]) -> Any:
        clock = Clock()
        rows = self._inner.encode(texts)
        self.cpu += clock.cpu
        self.seconds += clock.wall
        return rows


def growth(sizes: Sequence[int]) -> None:
    columns = ["n", "s", "CPU s", "read s", "read CPU", "peak MB", "topics"]
    print(("{:>10}" * 7).format(*columns))  # noqa: T201
    seconds = []
    for size in sizes:
        texts, encoder = invented(size), Timed(ByLanguage(threads=2))
        clock = Clock()
        found = cluster(texts, "en", encoder)
        figures = [clock.wall, clock.cpu, encoder.seconds, encoder.cpu]
        seconds.append(figures[0])
        told = "".join(f"{figure:10.1f}" for figure in figures)
        print(f"{size:10}{told}{peak_mb():10.0f}{len(found.clusters):10}  {found.level}", flush=True)  # noqa: T201
    if len(sizes) > 1:
        plot(sizes, seconds, Path("growth.svg"))


def increment(known: int, new: int, folder: Path) -> None:
    """A week of `new` queries into `known` ones in topics of ten.

    What a week pays is opening and joining; `continued` is the whole of it with every keyword a record: told apart from
    a million signals, put at home, joined, the rest clustered, all topics made again. Outside of every figure: reading
    signals and topics out of the database and writing them back, pillars and translations.
    """
    texts = invented(known + new)
    signals = [asked(text) for text in texts]
    before = known_topics(sorted(signals[:known], key=lambda signal: signal.text))
    groups = [[k.phrase for k in sorted(topic.keywords, key=lambda k: k.key)] for topic in before]
    encoder, file = Cached(ByLanguage(threads=2), folder / "vectors.db"), folder / "drawn" / "en.npy"
    print(f"{sum(map(len, groups))} known keywords in {len(groups)} topics, {peak_mb():.0f} MB", flush=True)  # noqa: T201
    if not file.exists():
        measured("drawn anew, once", lambda: draw(groups, "en", encoder, file))
    drawn = measured("opened what was kept", lambda: draw(groups, "en", encoder, file))
    homes = measured("joined", lambda: join(texts[known:], drawn, "en", encoder, known))
    print(f"    {sum(home is not None for home in homes)} of {new} have a topic", flush=True)  # noqa: T201
    found = measured(
        "continued, all of it", lambda: continued(signals, "en", encoder, before, kept=file.parent)
    )
    print(f"    {len(found)} topics", flush=True)  # noqa: T201


def pillars(size: int, folder: Path) -> None:
    """What of a week's topics is made after they are grouped. Translations: every other topic said to be German."""
    encoder, texts = Cached(ByLanguage(threads=2), folder / "vectors.db"), sorted(invented(10 * size))
    groups = [texts[at : at + 10] for at in range(0, len(texts), 10)]
    found = [plain_topic(place, "en", group) for place, group in enumerate(groups)]
    with_one = measured(f"pillars of {size}", lambda: with_pillars(found, encoder))
    print(f"    {len({topic.pillar for topic in with_one})} pillars", flush=True)  # noqa: T201
    measured("translations, alone", lambda: linked(found, encoder))
    halves = [plain_topic(place, ("en", "de")[place % 2], group) for place, group in enumerate(groups)]
    told = measured("translations, halves", lambda: linked(halves, encoder))
    print(f"    {sum(bool(topic.translations) for topic in told)} have one", flush=True)  # noqa: T201


def plain_topic(place: int, language: str, texts: Sequence[str]) -> Topic:
    told = tuple(Keyword(text, text, language, 50.0, 1) for text in texts)
    return Topic(f"{place:016x}", language, texts[0], Intent.COMMERCIAL, 0.5, "test", told, (), 50.0)


def measured(what: str, work: Callable[[], T]) -> T:
    clock = Clock()
    found = work()
    say(f"{what:22}{clock.told(1)}")
    return found


def asked(text: str) -> Signal:
    return Signal(signal_id(text, "en", SignalKind.QUERY, None), text, SignalKind.QUERY, "q.csv", "en", 1.0)


def known_topics(signals: Sequence[Signal]) -> list[Topic]:
    """Neighbours in the alphabet share product and words."""
    behind = {signal.id: signal for signal in signals}
    words = sorted(keywords(behind.values(), "en"), key=lambda keyword: keyword.phrase)
    found = []
    for at in range(0, len(words), 10):
        members = sorted(words[at : at + 10], key=lambda k: (-k.demand, -k.count, k.key))
        name, told = members[0].phrase, questions(members, behind)
        mark = f"{at:016x}"
        plain = Topic(
            mark, "en", name, Intent.COMMERCIAL, 0.5, "test", tuple(members), told, members[0].demand
        )
        found.append(replace(plain, rules=rules()))
    return found


def order(size: int) -> None:
    texts = invented(size)
    mixed = random.Random(1).sample(texts, len(texts))
    encoder = Once(ByLanguage().of("", size))
    one, two = (cluster(rows, "en", encoder) for rows in (texts, mixed))
    same = {frozenset(texts[place] for place in group) for group in one.clusters} == {
        frozenset(mixed[place] for place in group) for group in two.clusters
    }
    print("the same topics" if same else "OTHER TOPICS", len(one.clusters))  # noqa: T201


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "quality":
        quality(Path(rest[0]), *rest[1:])
    elif what == "parts":
        parts(Path(rest[0]), *rest[1:])
    elif what == "growth":
        growth([int(size) for size in rest])
    elif what == "pillars":
        with TemporaryDirectory() as made:
            pillars(int(rest[0]), Path(rest[1] if len(rest) > 1 else made))
    elif what == "increment":
        with TemporaryDirectory() as made:
            increment(int(rest[0]), int(rest[1]), Path(rest[2] if len(rest) > 2 else made))
    else:
        order(int(rest[0]))
