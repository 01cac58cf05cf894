"""What the operating system refuses, said so that a clerk understands it."""

from __future__ import annotations

import errno
import os

from lint_report.messages import Message, UserError

_CAUSES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只能读",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正被别的程序占用",
}


def cannot_read(path: str, error: OSError) -> UserError:
    """Give the message for a file or folder that cannot be read."""
    cause = _cause(error)
    return UserError(f"无法读取：{cause.zh}", f"cannot be read: {cause.en}", path=path)


def cannot_write(path: str, error: OSError) -> UserError:
    """Give the message for a file that cannot be written."""
    cause = _cause(error)
    return UserError(f"无法写入：{cause.zh}", f"cannot be written: {cause.en}", path=path)


def refused(error: OSError) -> UserError:
    """Give the message for what was refused: the file that the error names, or else the output, as on a full disk."""
    cause = _cause(error)
    if error.filename is None:
        return UserError(f"输出无法写入：{cause.zh}", f"the output cannot be written: {cause.en}")
    return UserError(cause.zh, cause.en, path=os.fsdecode(error.filename))


def _cause(error: OSError) -> Message:
    given = error.strerror or os.strerror(error.errno or 0)
    return Message(_CAUSES.get(error.errno or 0, given), given)
