"""The scripts for bash, zsh and fish."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lint_report.completion import Command, Option

_PROGRAM = "lint-report"


def bash(commands: Sequence[Command]) -> Iterator[str]:
    """Yield the lines of a script for bash (3.2 or newer)."""
    names = " ".join(command.name for command in commands)
    default = commands[0].name
    yield "_lint_report() {"
    yield "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}"
    yield f"    local command={default} words="
    yield f"    case ${{COMP_WORDS[1]}} in {'|'.join(names.split())}) command=${{COMP_WORDS[1]}} ;; esac"
    yield "    COMPREPLY=()"
    yield "    case $command:$previous in"
    for command in commands:
        for option in command.options:
            if option.takes:
                keys = "|".join(f"{command.name}:{name}" for name in option.names)
                reply = f'COMPREPLY=($(compgen -W "{" ".join(option.values)}" -- "$current"))' if option.values else ":"
                yield f"        {keys}) {reply}; return ;;"
    yield "    esac"
    yield "    case $command in"
    for command in commands:
        words = " ".join(name for option in command.options for name in option.names)
        yield f'        {command.name}) if [[ $current == -* ]]; then words="{words}"'
        yield f'            else words="{" ".join(command.values)}"; fi ;;'
    yield "    esac"
    yield f'    if [[ $COMP_CWORD == 1 && $current != -* ]]; then words="{names}"; fi'
    yield '    COMPREPLY=($(compgen -W "$words" -- "$current"))'
    yield "}"
    yield f"complete -o bashdefault -o default -F _lint_report {_PROGRAM}"


def zsh(commands: Sequence[Command]) -> Iterator[str]:
    """Yield the lines of a script for zsh; it may lie in a folder of `fpath` or be read at the start."""
    yield f"#compdef {_PROGRAM}"
    yield "_lint_report() {"
    yield "    local -a subcommands"
    yield "    subcommands=("
    yield from (f"        {_zsh_quoted(f'{command.name}:{_plain(command.about)}')}" for command in commands)
    yield "    )"
    yield "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "        _describe -t commands subcommand subcommands"
    yield "        _files"
    yield "        return"
    yield "    fi"
    yield "    case $words[2] in"
    for command in (*commands[1:], commands[0]):
        yield f"        {command.name if command is not commands[0] else '*'})"
        if command is commands[0]:
            yield f"            if [[ $words[2] == {command.name} ]]; then shift words; (( CURRENT-- )); fi"
        else:
            yield "            shift words; (( CURRENT-- ))"
        yield "            _arguments \\"
        for option in command.options:
            yield from (f"                {_zsh_option(option, name)} \\" for name in option.names)
        values = f":value:({' '.join(command.values)})" if command.values else "*:file:_files"
        yield f"                {_zsh_quoted(values)} ;;" if command.values or command.files else "                ;;"
    yield "    esac"
    yield "}"
    yield f"if [[ $funcstack[1] == _{_PROGRAM} ]]; then _lint_report; else compdef _lint_report {_PROGRAM}; fi"


def fish(commands: Sequence[Command]) -> Iterator[str]:
    """Yield the lines of a script for fish."""
    others = " ".join(command.name for command in commands[1:])
    yield f"complete -c {_PROGRAM} -n __fish_use_subcommand -a check -d {_fish_quoted(commands[0].about)}"
    for command in commands[1:]:
        about = _fish_quoted(command.about)
        yield f"complete -c {_PROGRAM} -n __fish_use_subcommand -a {command.name} -d {about}"
    for command in commands:
        seen = f"__fish_seen_subcommand_from {command.name}"
        condition = _fish_quoted(f"not __fish_seen_subcommand_from {others}" if command is commands[0] else seen)
        start = f"complete -c {_PROGRAM} -n {condition}"
        if not command.files:
            yield f"{start} -f" + (f" -a {_fish_quoted(' '.join(command.values))}" if command.values else "")
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            taken = ""
            if option.takes:
                taken = f" -x -a {_fish_quoted(' '.join(option.values))}" if option.values else " -r"
            yield f"{start} {names}{taken} -d {_fish_quoted(option.about)}"


SHELLS: dict[str, Callable[[Sequence[Command]], Iterator[str]]] = {"bash": bash, "zsh": zsh, "fish": fish}


def _zsh_option(option: Option, name: str) -> str:
    value = ""
    if option.takes:
        value = (
            f":value:({' '.join(option.values)})" if option.values else f":value:{'_files' if option.files else ' '}"
        )
    return _zsh_quoted(f"*{name}[{_plain(option.about)}]{value}")


def _zsh_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _plain(text: str) -> str:
    """Escape what parts the fields of a zsh specification."""
    for character in "\\[]:":
        text = text.replace(character, f"\\{character}")
    return text


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
