"""Lines of the log, without the people they would name."""

import logging
import re

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class DiscreetFormatter(logging.Formatter):
    """Write no e-mail address: what mail servers and databases answer repeats them."""

    def format(self, record: logging.LogRecord) -> str:
        return ADDRESS.sub("(address)", super().format(record))
