"""Doing something once the answer has been sent: nobody waits for it, and its failure is nobody's."""

from collections.abc import Callable

from django.http import HttpResponse


class AnswerFirst(HttpResponse):
    """An answer that does one more thing when the server closes it, after the last byte."""

    def __init__(self, content: str | bytes, *, then: Callable[[], object]) -> None:
        super().__init__(content)
        self._then: Callable[[], object] | None = then

    def close(self) -> None:
        """Do it, once, then close as usual."""
        then, self._then = self._then, None
        try:
            if then:
                then()
        finally:
            super().close()
