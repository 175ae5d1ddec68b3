"""Two subjects over models everybody has: groups, with their permissions, and Wagtail's bare pages."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from wagtail.models import Page

from search import registry
from search.registry import Subject
from search.schema import SearchDocument


def build_group(primary_key: str) -> SearchDocument | None:
    group = Group.objects.filter(pk=primary_key).first()
    if group is None or group.name.startswith("draft"):
        return None
    codenames = group.permissions.order_by("codename").values_list("codename", flat=True)
    return SearchDocument(
        uid=f"group:{group.pk}",
        kind="group",
        title=group.name,
        url=f"/groupes/{group.pk}/",
        facets={"keyword": tuple(codenames)},
    )


def touched_groups(instance: Model) -> Iterable[str]:
    groups = instance.group_set.all() if isinstance(instance, Permission) else [instance]
    return [f"group:{group.pk}" for group in groups]


def build_page(primary_key: str) -> SearchDocument | None:
    page = Page.objects.live().public().filter(pk=primary_key).first()
    if page is None:
        return None
    return SearchDocument(uid=f"page:{page.pk}", kind="page", title=page.title, url=page.url_path)


GROUPS = Subject(
    kind="group",
    label="groupe",
    label_plural="Groupes",
    models=(Group, Permission),
    build=build_group,
    primary_keys=lambda: Group.objects.values_list("pk", flat=True),
    touched_by=touched_groups,
)
PAGES = Subject(
    kind="page",
    label="page",
    label_plural="Pages",
    models=(Page,),
    build=build_page,
    primary_keys=lambda: Page.objects.filter(depth__gt=2).values_list("pk", flat=True),
    touched_by=lambda page: [f"page:{page.pk}"],
)


def register(*subjects: Subject) -> None:
    for subject in subjects:
        registry.register(subject)
