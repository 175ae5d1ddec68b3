"""Load the first synonyms from `fixtures/synonyms.toml`; the rest is the animators' work."""

from pathlib import Path

from portal.core.content_files import changed_tables, naming
from search.forms import SynonymRuleForm
from search.models import SynonymRule


def load(folder: Path) -> int:
    """Add every rule that is not there yet if the file changed; return how many were read.

    What animators corrected or deleted meanwhile stays so until the file itself changes.
    """
    count = 0
    for tables in changed_tables(folder, "synonyms.toml", purpose="synonyms"):
        for values in tables["synonyms"]:
            with naming(f"synonyms.toml, {values.get('rule', 'a rule')}"):
                _load_rule(values)
            count += 1
    return count


def _load_rule(values: dict) -> None:
    rule = SynonymRuleForm.written(values["rule"])
    SynonymRule.objects.get_or_create(rule=rule, defaults={"note": values.get("note", "")})
