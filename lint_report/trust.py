"""Which configurations may name code: those that the user gave with --config, and those trusted before.

A configuration that was only found in a folder may have been sent by anyone. What is trusted is the code that it names
(the names of packages, the contents of Python files) and not the rest of it: changing the severity of a rule does not
ask for trust again, changing the code does.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lint_report.messages import UserError
from lint_report.plugin_sources import PluginSource, fingerprint
from lint_report.system_errors import cannot_write

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def trust_file() -> Path:
    """Give the file in the user's own folder that holds what is trusted."""
    if os.name == "nt":
        base = os.environ.get("APPDATA") or os.path.expanduser("~")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(base) / "lint-report" / "trusted.json"


def is_trusted(config: str, sources: Sequence[PluginSource]) -> bool:
    """Tell whether the user trusted a configuration with the code that it names now.

    Raises:
        UserError: The record of what is trusted cannot be believed.
    """
    return read_trusted().get(os.path.realpath(config)) == fingerprint(sources)


def set_trusted(config: str, sources: Sequence[PluginSource] | None) -> None:
    """Record that a configuration is trusted with the code that it names now, or with None that it is not any more.

    Raises:
        UserError: The record cannot be read or written.
    """
    trusted = read_trusted()
    trusted.pop(os.path.realpath(config), None)
    if sources is not None:
        trusted[os.path.realpath(config)] = fingerprint(sources)
    path = trust_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)  # readable and writable by this user alone
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "trusted": trusted}, file, ensure_ascii=False, indent=1)
        os.replace(name, path)
    except OSError as error:
        raise cannot_write(str(path), error) from None


def read_trusted() -> dict[str, str]:
    """Give the digests of trusted code by the path of the configuration that names it.

    Raises:
        UserError: The record cannot be read, or others than the user could have written it.
    """
    path = trust_file()
    try:
        with open(path, encoding="utf-8") as file:
            if os.name == "posix":
                status = os.fstat(file.fileno())
                if status.st_mode & _OTHERS_MAY_WRITE or status.st_uid != os.geteuid():
                    raise UserError(
                        "信任记录可被他人改写，不予采信；请删除或改为只有自己可写",
                        "others can write this record of trust, so it is not believed: remove it, or make it writable "
                        "by you alone",
                        path=str(path),
                    )
            content = json.load(file)
        return {str(config): str(digest) for config, digest in content["trusted"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"信任记录无法读取：{error}；可删除后重新信任",
            f"the record of trust cannot be read: {error}; it can be removed",
            path=str(path),
        ) from None
