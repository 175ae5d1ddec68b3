from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dynamics.directory.models import Dynamic
from dynamics.network import actions, surroundings, twin, ways
from dynamics.network.forms import TieForm
from dynamics.network.models import Tie
from dynamics.network.permissions import can_declare, voice_of
from dynamics.network.selection import KINDS, Choices
from search import questions

DECISIONS = {"confirmer": actions.confirm, "refuser": actions.refuse, "retirer": actions.withdraw}
MOST_NAMES = 300


def _dynamic(slug: str) -> Dynamic:
    return get_object_or_404(Dynamic.objects.published().with_place(), slug=slug)


@require_safe
def ties(request: HttpRequest, slug: str) -> HttpResponse:
    """What ties one dynamic, drawn as threads and said in a table."""
    dynamic = _dynamic(slug)
    choices = Choices.read(request.GET)
    depth = surroundings.DEEPEST if request.GET.get("pas") == "2" else 1
    around = surroundings.around(dynamic, choices, depth=depth)
    voice = voice_of(request.user)
    own = Tie.objects.public().of(dynamic).waiting().with_ends() if voice.account else ()
    context = {
        "dynamic": dynamic,
        "choices": choices,
        "depth": depth,
        "around": around.drawing,
        "legend": _legend(around),
        "rows": twin.rows(around.near, twin.ordered(around.near, request.GET.get("tri", ""))),
        "headings": twin.headings(
            request.GET.get("tri", "") or "qui", address=lambda code: _address(request, tri=code)
        ),
        "decisions": surroundings.decisions(own, voice),
        "can_declare": voice.is_of_the_team or dynamic.pk in voice.dynamics,
        "names": ways.names()[:MOST_NAMES],
    }
    return render(request, "network/ties.html", context)


def _legend(around: surroundings.Surroundings) -> list[tuple[str, str]]:
    present = {node.kind for node in around.near.nodes.values()}
    return [(kind, str(label)) for kind, label in KINDS.items() if kind in present]


def _address(request: HttpRequest, **changes: str) -> str:
    """Write the address of this page with some values changed."""
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}#table"


@login_required
def declare(request: HttpRequest, slug: str) -> HttpResponse:
    """A member of a dynamic says what ties it.

    Raises:
        PermissionDenied: they do not speak for it.
    """
    dynamic = _dynamic(slug)
    if not can_declare(request.user, dynamic):
        raise PermissionDenied
    form = TieForm(request.POST or None, of=dynamic)
    if request.method == "POST" and form.is_valid():
        try:
            actions.declare(form.tie(), of=dynamic, by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return redirect("network:ties", slug)
    context = {"dynamic": dynamic, "form": form, "names": ways.names()[:MOST_NAMES]}
    return render(request, "network/declare.html", context)


@login_required
@require_POST
def decide(request: HttpRequest, slug: str, key: int, verb: str) -> HttpResponse:
    """Confirm, refuse or take back a tie, in one gesture.

    Raises:
        Http404: nothing of the kind can be decided.
    """
    dynamic = _dynamic(slug)
    if verb not in DECISIONS:
        raise Http404(verb)
    tie = get_object_or_404(Tie.objects.of(dynamic), pk=key)
    DECISIONS[verb](tie, by=request.user)
    return redirect("network:ties", slug)


def _asked_again(request: HttpRequest, name: str, slug: str) -> str:
    """Write the address of the same question, about the dynamic that was meant."""
    query = request.GET.copy()
    query[name] = slug
    return f"?{query.urlencode()}"


@require_safe
def path(request: HttpRequest) -> HttpResponse:
    """How to go from one dynamic to another."""
    start, end = (questions.clean(request.GET.get(name, ""))[:150] for name in ("de", "vers"))
    from_named, to_named = ways.named(start), ways.named(end)
    is_known = from_named.node and to_named.node
    unknown = [
        (each, [(likely, _asked_again(request, name, likely.slug)) for likely in each.alike])
        for name, each in (("de", from_named), ("vers", to_named))
        if each.typed and not each.node
    ]
    context = {
        "start": start,
        "end": end,
        "way": ways.way(from_named.node, to_named.node) if is_known else None,
        "unknown": unknown,
        "error": "" if bool(start) == bool(end) else _("Name both dynamics: where from, where to."),
        "names": ways.names()[:MOST_NAMES],
    }
    return render(request, "network/path.html", context)
