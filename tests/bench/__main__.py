"""`make bench`: what pages cost, as ratios, in one table. Content is the portal's own, in a throw-away database."""

import sys

import django
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

GOAL, STRETCH = 6.0, 4.0
MOST_QUERIES = 12
LIGHT, LIGHT_MAP = 100_000, 300_000


def main() -> int:
    """Print the table; return 1 when a goal is missed."""
    django.setup()
    from tests.bench.pages import PAGES, cost  # noqa: PLC0415 - models load after setup

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    print("Loading the content…", flush=True)
    call_command("load_content", verbosity=0, stdout=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    print(
        f"{'page':<22}{'CPU ratio':>10}{'(blocks)':>14}{'ms':>7}{'queries':>9}{'html gz':>9}{'first visit':>13}"
    )
    is_met = True
    for name, address in PAGES:
        figures = cost(name, address, Client())
        ratio = figures.ratio
        limit = LIGHT_MAP if name in ("map", "home", "monograph") else LIGHT
        missed = [
            label
            for label, is_missed in (
                ("CPU", ratio.median > GOAL),
                ("queries", figures.queries > MOST_QUERIES),
                ("weight", figures.total > limit),
            )
            if is_missed
        ]
        is_met = is_met and not missed
        print(
            f"{name:<22}{ratio.median:>10.2f}{ratio.lowest:>7.2f}–{ratio.highest:<6.2f}{ratio.milliseconds:>7.1f}"
            f"{figures.queries:>9}{figures.html:>9}{figures.total:>13}"
            f"{'' if ratio.is_steady else '  (machine busy)'}{'  MISSED: ' + ', '.join(missed) if missed else ''}",
            flush=True,
        )
    teardown_databases(databases, verbosity=0)
    print(
        f"Goals: CPU at most {GOAL:g} times the template from memory (then {STRETCH:g}), {MOST_QUERIES} queries."
    )
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
