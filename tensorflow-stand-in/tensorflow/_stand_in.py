"""Modules and names that exist but cannot be used.

Three kinds of object are enough for Rasa to import: a module for every dotted path, a class for every name
in it, and a metaclass that lets those classes have attributes of their own (`tf.keras.layers.Layer`).
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from types import ModuleType
from typing import Any, Sequence

REMEDY = (
    "This environment holds a stand-in for TensorFlow. Components that need the real one (DIETClassifier, "
    "TEDPolicy, UnexpecTEDIntentPolicy, ResponseSelector, ConveRTFeaturizer) are not part of this assistant. "
    "To use them, install it: uv pip install --reinstall tensorflow==2.12.0"
)


class TensorFlowMissing(ImportError):
    """Raised at the first real use of TensorFlow. The message names the use and the remedy."""

    def __init__(self, name: str) -> None:
        super().__init__(f"'{name}' was called. {REMEDY}")


class _Name(type):
    """The type of every name in the stand-in. A name of it can be read, subclassed and subscripted."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _name(f"{cls.__module__}.{cls.__qualname__}", name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        # A decorator (`@tf.function`, `@register(package="x")`) must leave what it decorates alone, since
        # decorating happens at import; everything else is a use.
        if len(args) == 1 and not kwargs and callable(args[0]) and cls.__dict__.get("_stand_in"):
            return args[0]
        raise TensorFlowMissing(f"{cls.__module__}.{cls.__qualname__}")

    def __getitem__(cls, item: Any) -> Any:
        return cls


def _name(module: str, name: str) -> type:
    return _Name(name, (), {"__module__": module, "_stand_in": True})


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = _name(self.__name__, name)
        setattr(self, name, value)
        return value


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Answers for every module below `root` that is no file of the stand-in's own."""

    def __init__(self, root: str) -> None:
        self._below = f"{root}."

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if not fullname.startswith(self._below) or fullname == __name__:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: names come into being when they are read."""


def install(root: str, namespace: dict[str, Any]) -> None:
    """Makes `root` answer for all its submodules and names. `namespace`: the root module's globals."""
    sys.meta_path.append(_Finder(root))

    def read(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # A submodule that nobody imported yet reads as a name; both can be subclassed from and passed on.
        return _name(root, name)

    namespace["__getattr__"] = read
