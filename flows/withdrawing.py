"""A batch taken back in one step: off the site and every place for good, or the version before shown again."""

from collections.abc import Sequence
from dataclasses import replace

from content.errors import ContentError
from content.publications import Placement, Stand
from content.records import State
from content.shop import Target
from flows import stages
from flows.desk import Desk
from flows.publishing import dispatched, finish, patiently, place_or_note
from flows.screen import one_line

WITHDRAWABLE = (*stages.ON_SITE, State.STALE, State.AWAITING, State.HELD)


def withdraw(
    desk: Desk, chosen: Sequence[Target], keys: Sequence[str], name: str, why: str, successor: str = ""
) -> list[Placement]:
    """Withdraw articles in a person's name: off the site, off every target; a successor gets their readers."""
    for key in keys:
        desk.told.set_state(key, State.WITHDRAWN, f"withdrawn by {name}: {why}", was=WITHDRAWABLE)
    stages.publish(desk, is_rebuild=True)
    done = []
    for target in chosen:
        with dispatched(desk, target) as dispatch:
            for placement in desk.placed.placements(target.name):
                if placement.article not in keys or placement.stand is Stand.WITHDRAWN:
                    continue
                try:
                    done.append(patiently(lambda each: dispatch.take_off(each, successor), placement))
                except ContentError as error:
                    known = desk.placed.placement(placement.key) or placement
                    done.append(replace(known, note=one_line(error)))
                    desk.placed.keep(done[-1])
            for key in dispatch.changed():  # its translations name it no longer
                place_or_note(dispatch, key)
            finish(dispatch, f"{desk.shop.name}: withdrawn, {why}")
    return done


def roll_back(desk: Desk, chosen: Sequence[Target], keys: Sequence[str]) -> list[Placement]:
    """The version before on every target, or a draft where there was none. The articles stay as they are; what
    was rolled back is not sent again, a newer version is."""
    done = []
    for target in chosen:
        with dispatched(desk, target) as dispatch:
            for placement in desk.placed.placements(target.name):
                if placement.article not in keys:
                    continue
                try:
                    done.append(patiently(dispatch.roll_back, placement))
                except ContentError as error:
                    known = desk.placed.placement(placement.key) or placement
                    done.append(replace(known, note=one_line(error)))
                    desk.placed.keep(done[-1])
            finish(dispatch, f"{desk.shop.name}: rolled back")
    return done
