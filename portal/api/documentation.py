"""The page that explains the API, made from its OpenAPI description: no script, nothing from elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

Schema = Mapping[str, Any]
TRANSLATED = ("description", "summary")


def _is_for_developers(name: str, schema: Schema) -> bool:
    """Whether a text was made from the code: the name of a variable, the docstring of a class."""
    if name == "title":
        return "version" not in schema
    return name == "description" and ("properties" in schema or "operationId" in schema)


def in_words(schema: Any) -> Any:
    """Return an OpenAPI description in the visitor's language, without what was made from the code."""
    if isinstance(schema, list):
        return [in_words(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: gettext(value) if name in TRANSLATED and isinstance(value, str) else in_words(value)
        for name, value in schema.items()
        if not (isinstance(value, str) and _is_for_developers(name, schema))
    }


@dataclass(frozen=True)
class Field:
    """One parameter that may be asked, or one thing that is answered."""

    name: str
    type: str
    description: str
    values: tuple[str, ...]
    location: str = ""


@dataclass(frozen=True)
class Operation:
    """One address of the API."""

    path: str
    summary: str
    parameters: tuple[Field, ...]
    answer: tuple[Field, ...]

    @property
    def query(self) -> list[Field]:
        """The parameters that come after the question mark."""
        return [field for field in self.parameters if field.location == "query"]

    @property
    def can_be_tried(self) -> bool:
        """Whether nothing has to be filled in the address itself."""
        return "{" not in self.path


def _resolved(schema: Schema, components: Schema) -> Schema:
    """Follow a reference, and choose what is not null among alternatives."""
    for option in schema.get("anyOf", ()):
        if option.get("type") != "null":
            schema = {**option, **{k: v for k, v in schema.items() if k != "anyOf"}}
    reference = schema.get("$ref", "")
    return components[reference.rsplit("/", 1)[-1]] if reference else schema


def _type(schema: Schema) -> str:
    kind = schema.get("format") or schema.get("type") or "object"
    return f"{_type(schema.get('items', {}))}[]" if kind == "array" else str(kind)


def _field(name: str, schema: Schema, components: Schema, **more: str) -> Field:
    described = schema.get("description", "")
    resolved = _resolved(schema, components)
    inner = _resolved(resolved.get("items", resolved), components)
    values = tuple(str(value) for value in inner.get("enum", ()))
    return Field(name, _type(resolved), described, values, **more)


def _answer(operation: Schema, components: Schema) -> Iterator[Field]:
    content = operation["responses"].get(200, {}).get("content", {})
    for media in content.values():
        answered = _resolved(media["schema"], components)
        if listed := answered.get("properties", {}).get("items"):
            answered = _resolved(listed["items"], components)
        for name, schema in answered.get("properties", {}).items():
            yield _field(name, schema, components)


def operations(schema: Schema) -> Iterator[tuple[str, Operation]]:
    """Yield each operation with the subject it belongs to."""
    components = schema["components"]["schemas"]
    for path, methods in schema["paths"].items():
        operation = methods["get"]
        parameters = tuple(
            _field(each["name"], each["schema"], components, location=each["in"])
            for each in operation["parameters"]
        )
        answer = tuple(_answer(operation, components))
        subject = operation.get("tags", [""])[0]
        yield subject, Operation(path, operation["summary"], parameters, answer)


def by_subject(found: Iterable[tuple[str, Operation]]) -> dict[str, list[Operation]]:
    """Gather operations under the name of their subject, in the visitor's language."""
    subjects: dict[str, list[Operation]] = {}
    for subject, operation in found:
        subjects.setdefault(gettext(subject), []).append(operation)
    return subjects


class Documentation(DocsBase):
    """A plain page, readable by everyone, instead of an application loaded in the browser."""

    def __init__(self, *, also: NinjaAPI) -> None:
        self.also = also

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        schema = api.get_openapi_schema()
        others = in_words(dict(self.also.get_openapi_schema()))
        context = {
            "info": schema["info"],
            "subjects": by_subject(chain(operations(schema), operations(others))),
            "openapi_url": self.get_openapi_url(api, kwargs),
        }
        return render(request, "api/documentation.html", context)
