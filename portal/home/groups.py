"""Who may do what in the editors' admin: members propose, editors correct, animators publish."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from dynamics.directory.models import Dynamic, DynamicType, Experience, LegalForm, Membership
from dynamics.importing.models import ImportRun
from dynamics.network.models import Person, Tie
from portal.bibliography.models import Source
from portal.contributions.models import Contribution
from portal.glossary.models import Term
from portal.proposals.models import Proposal
from portal.vocabulary.models import Barrier, Phase, Theme
from search.models import AskedQuestion, PromotedResult, SynonymRule

MEMBERS = "Membres"
EDITORS = "Éditeurs"
ANIMATORS = "Animateurs"

REVIEWED = (Dynamic, Term, Proposal)

PAGE_PERMISSIONS = {
    MEMBERS: ("add_page",),
    EDITORS: ("add_page", "change_page"),
    ANIMATORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
}
VOCABULARIES = (Theme, Phase, Barrier, DynamicType, LegalForm)

SEARCH_GUIDANCE = (SynonymRule, PromotedResult)

Grant = tuple[tuple[type[Model], ...], tuple[str, ...]]

# What has no draft is public as soon as it is saved: only animators change it. A new source shows
# nowhere until something that was reviewed cites it.
RECORD_PERMISSIONS: dict[str, tuple[Grant, ...]] = {
    MEMBERS: (),
    EDITORS: (
        (REVIEWED, ("view", "add", "change")),
        ((Experience, Tie), ("view",)),
        ((Source,), ("view", "add")),
        ((*SEARCH_GUIDANCE, AskedQuestion), ("view",)),
    ),
    ANIMATORS: (
        (REVIEWED, ("view", "add", "change", "delete", "publish", "lock", "unlock")),
        ((Experience, Tie, Person), ("view", "add", "change", "delete")),
        ((Membership,), ("view", "add", "change", "delete")),
        ((Contribution,), ("view", "change")),
        ((*VOCABULARIES, Source), ("view", "add", "change")),
        (SEARCH_GUIDANCE, ("view", "add", "change", "delete")),
        ((AskedQuestion,), ("view",)),
        ((ImportRun,), ("view", "add")),
    ),
}


def _permissions(grant: Grant) -> list[Permission]:
    models, verbs = grant
    names = [f"{verb}_{model.__name__.lower()}" for model in models for verb in verbs]
    types = ContentType.objects.get_for_models(*models).values()
    return list(Permission.objects.filter(content_type__in=types, codename__in=names))


def _media_permissions(group: Group) -> None:
    root = Collection.get_first_root_node()
    for codename in ("add_image", "choose_image", "add_document", "choose_document"):
        permission = Permission.objects.get(
            codename=codename, content_type__app_label__startswith="wagtail"
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )


def _group(name: str, *, under: Page) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
        Permission.objects.get(content_type__app_label="search", codename="read_members_documents"),
        *(each for grant in RECORD_PERMISSIONS[name] for each in _permissions(grant)),
    )
    for codename in PAGE_PERMISSIONS[name]:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(group=group, page=under, permission=permission)
    return group


def _review_workflow(home: Page, reviewers: Group) -> None:
    """Whatever is submitted anywhere waits for one animator."""
    task, _created = GroupApprovalTask.objects.get_or_create(name="Relecture par l’animation")
    task.groups.set([reviewers])
    workflow, _created = Workflow.objects.get_or_create(name="Relecture")
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
    for content_type in ContentType.objects.get_for_models(*REVIEWED).values():
        WorkflowContentType.objects.update_or_create(
            content_type=content_type, defaults={"workflow": workflow}
        )


def set_up_groups(*, home: Page, referential: Page) -> None:
    """Create the three groups and the review that stands between a proposal and the public."""
    # The groups and workflow that a fresh Wagtail brings would only be confusing here.
    Group.objects.filter(name__in=("Moderators", "Editors")).delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    _group(MEMBERS, under=referential)
    for name in (EDITORS, ANIMATORS):
        _media_permissions(_group(name, under=home))
    _review_workflow(home, Group.objects.get(name=ANIMATORS))
