"""E-mail in two forms, text and HTML, from two templates of the same name."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def send(subject: str, *, to: str, template: str, context: Mapping[str, Any]) -> None:
    """Send an HTML template, and the text of the same name, to one person; a subject is one line."""
    facts = {**context, "site_url": settings.SITE_URL}
    letter = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(template.removesuffix(".html") + ".txt", facts),
        to=[to],
        headers={"Auto-Submitted": "auto-generated"},
    )
    letter.attach_alternative(render_to_string(template, facts), "text/html")
    letter.send()
