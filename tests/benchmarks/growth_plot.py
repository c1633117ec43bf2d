"""A picture of how time grows with size, for `bench_clusters.py growth`: both axes in powers of ten, and a dashed line of
what would be linear from the first size on."""

from collections.abc import Sequence
from math import log10
from pathlib import Path

WIDTH, HEIGHT, EDGE = 640, 420, 60


def plot(sizes: Sequence[int], seconds: Sequence[float], file: Path) -> None:
    """Write an SVG. Needs two sizes at least."""
    linear = [seconds[0] * size / sizes[0] for size in sizes]
    low, high = log10(min(*seconds, *linear)), log10(max(*seconds, *linear))

    def place(size: int, value: float) -> tuple[float, float]:
        across = (log10(size) - log10(sizes[0])) / (log10(sizes[-1]) - log10(sizes[0]))
        up = (log10(value) - low) / (high - low)
        return EDGE + across * (WIDTH - 2 * EDGE), HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE)

    points = [place(*pair) for pair in zip(sizes, seconds, strict=True)]
    lines = [
        f'<polyline points="{_points([place(*pair) for pair in zip(sizes, linear, strict=True)])}" fill="none" '
        'stroke="#888" stroke-dasharray="6 5"/>',
        f'<polyline points="{_points(points)}" fill="none" stroke="#1d6fa5" stroke-width="2"/>',
    ]
    for (x, y), size, value in zip(points, sizes, seconds, strict=True):
        lines.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1d6fa5"/>')
        lines.append(f'<text x="{x:.1f}" y="{y - 12:.1f}" text-anchor="middle">{value:.0f} s</text>')
        lines.append(f'<text x="{x:.1f}" y="{HEIGHT - EDGE / 2:.1f}" text-anchor="middle">{size:,}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="14">'
    title = f'<text x="{WIDTH / 2}" y="24" text-anchor="middle">Queries grouped; dashed: linear</text>'
    file.write_text(
        "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', title, *lines, "</svg>\n"])
    )


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
