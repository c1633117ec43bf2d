"""Small words that are written together with the next one hide no word of the shop."""

from content.plan.particles import Particles
from seo.language import stem


def test_only_a_particle_at_a_known_word_is_dropped() -> None:
    known = [stem(word, "ar") for word in ("غرفة", "قماش", "بطانية")]
    particles = Particles(known, "ar")
    assert particles.told("لغرفة بقماش لون بطانية لبنان") == "غرفة قماش لون بطانية لبنان"
    assert Particles(known, "de").told("لغرفة") == "لغرفة"
