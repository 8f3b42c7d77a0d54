"""What this program runs on: the system, the machine, and this implementation of the language.

Invariant: what can't be found out is an empty text (or what the caller gave instead), never a guess.
"""
import os
import sys
from collections import namedtuple as _namedtuple

_uname_cache = None
_os_release_cache = None

AndroidVer = _namedtuple("AndroidVer", "release api_level manufacturer model device is_emulator")
IOSVersionInfo = _namedtuple("IOSVersionInfo", "system release model is_simulator")


class uname_result(_namedtuple("uname_result_base", "system node release version machine")):
    """What `uname` says; the processor is found out when it is asked for."""

    _fields = ("system", "node", "release", "version", "machine", "processor")

    @property
    def processor(self):
        """The processor's name, where the system says one that is not the machine's."""
        return ""

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    @classmethod
    def _make(cls, iterable):
        """A result of the parts, of which the processor needs not be one."""
        parts = list(iterable)
        if len(parts) not in (5, 6):
            raise TypeError(f"expected 5 arguments, got {len(parts)}")
        return cls(*parts[:5])

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return len(self._fields)

    def __reduce__(self):
        return uname_result, tuple(self)[:-1]


def uname():
    """The system, the node, the release, the version and the machine."""
    global _uname_cache
    if _uname_cache is None:
        _uname_cache = uname_result(*("" if part == "unknown" else part for part in os.uname()))
    return _uname_cache


def invalidate_caches():
    """Find everything out anew."""
    global _uname_cache, _os_release_cache
    _uname_cache = _os_release_cache = None


def system():
    """The system's name."""
    return uname().system


def node():
    """The computer's name in the network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The version of the system's release."""
    return uname().version


def machine():
    """The kind of machine."""
    return uname().machine


def processor():
    """The processor's name."""
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    """How many bits a program works with, and its format."""
    size = bits or f"{(sys.maxsize + 1).bit_length()}bit"
    try:
        with open(executable, "rb") as file:
            head = file.read(5)
    except OSError:
        return size, linkage
    if head[:4] != b"\x7fELF":
        return size, linkage
    return {1: "32bit", 2: "64bit"}.get(head[4], size), "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """The C library that a program asks for: of the versions that stand in it, the highest one."""
    import re
    try:
        with open(executable or sys.executable, "rb") as file:
            data = file.read()
    except OSError:
        return lib, version
    found = {found.decode() for found in re.findall(rb"GLIBC_([0-9]+(?:\.[0-9]+)+)", data)}
    if found:
        return "glibc", max(found, key=lambda text: [int(part) for part in text.split(".")])
    return ("musl", version) if b"musl" in data and executable else (lib, version)


def platform(aliased=False, terse=False):
    """All of it in one text."""
    system, _, release, version, machine, _ = uname()
    if aliased:
        system, release, version = system_alias(system, release, version)
    library, number = libc_ver()
    parts = [system, release, machine]
    if library:
        parts += "with", library + number
    text = "-".join(part for part in parts if part)
    for character in " /\\:;\"()":
        text = text.replace(character, "_" if character == " " else "-")
    while "--" in text:
        text = text.replace("--", "-")
    return text.rstrip("-").replace("unknown", "")


def system_alias(system, release, version):
    """The names under which systems are sold."""
    if system == "SunOS" and release >= "5":
        major = release.split(".")[0]
        system = "Solaris"
        release = str(int(major) - 3) + release[len(major):] if major < "6" else "6"
    elif system in ("win32", "win16"):
        system = "Windows"
    return system, release, version


def freedesktop_os_release():
    """What the file `os-release` says."""
    global _os_release_cache
    if _os_release_cache is None:
        for path in "/etc/os-release", "/usr/lib/os-release":
            try:
                with open(path, encoding="utf-8") as file:
                    _os_release_cache = _os_release(file)
                break
            except OSError:
                pass
        else:
            import errno
            raise OSError(errno.ENOENT, "Unable to read files /etc/os-release, /usr/lib/os-release")
    return _os_release_cache.copy()


def _os_release(lines):
    found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
    for line in lines:
        name, equals, value = line.strip().partition("=")
        if not equals or not name.replace("_", "").isalnum() or not name.isascii():
            continue
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        for escaped in "$\"'\\`":
            value = value.replace("\\" + escaped, escaped)
        found[name] = value
    return found


# The implementation of the language.

def python_implementation():
    """The name of this implementation."""
    return sys.implementation.name if sys.implementation.name != "cpython" else "CPython"


def python_version():
    """The version of the language, all three parts."""
    return "{}.{}.{}".format(*sys.version_info[:3])


def python_version_tuple():
    """The version's parts, as texts."""
    return tuple(python_version().split("."))


def python_branch():
    """The branch that this was built from."""
    return ""


def python_revision():
    """The revision that this was built from."""
    return ""


def python_build():
    """The number and the date of the build."""
    inner = sys.version.partition("(")[2].partition(")")[0]
    number, _, date = inner.partition(", ")
    return number, date


def python_compiler():
    """The compiler that this was built with."""
    return sys.version.partition("[")[2].partition("]")[0]


# Other systems: nothing is known here.

def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    """The version of Java."""
    import warnings
    warnings.warn("'java_ver' is deprecated and slated for removal in Python 3.15", DeprecationWarning, stacklevel=2)
    return release, vendor, vminfo, osinfo


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    """The version of macOS."""
    return release, versioninfo, machine


def ios_ver(system="", release="", model="", is_simulator=False):
    """The version of iOS."""
    return IOSVersionInfo(system, release, model, is_simulator)


def android_ver(release="", api_level=0, manufacturer="", model="", device="", is_emulator=False):
    """The version of Android."""
    return AndroidVer(release, api_level, manufacturer, model, device, is_emulator)


def win32_ver(release="", version="", csd="", ptype=""):
    """The version of Windows."""
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows."""
    return None


def win32_is_iot():
    """Whether this is an edition of Windows for things."""
    return False
