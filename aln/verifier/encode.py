"""Core → Z3, and models back to environments.

A scope becomes constants with their domains; a relation becomes as many slots as the small-model bound asks for
(`aln.verifier.records.slots`); a text becomes a code and one Boolean for each term, closed under term containment.
Every Z3 object of a query lives in one context (`aln.verifier.context`): that of the query, unless none is given.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from aln.core.ir import KEY, Definition, Expr, Field, Record, Type, walk
from aln.core.show import show_type
from aln.core.text import contains, mentions, synthesise
from aln.verifier.obligation import ReplayError, Scope
from aln.verifier.show import interval


class Encoder:
    """One query's names and domains. `bound` maps a variable to (is given, value); `domain` are its constraints.

    `about` says in words what a constraint of the domain takes for granted, by its position, where that is more than
    how values are encoded.
    """

    def __init__(
        self, scope: Scope, slots: Mapping[str, int], formulas: Iterable[Expr], z3: Any = None
    ) -> None:
        self.z3 = z3 = z3 or import_module("z3")
        self.scope = scope
        self.slots = dict(slots)
        self.bound: dict[str, tuple[Any, Any]] = {}
        self.types: dict[str, Type] = {}
        self.domain: list[Any] = []
        self.about: dict[int, Callable[[], str]] = {}
        self.snapshot: list[Any] = []
        self.used: dict[str, list[Any]] = {}
        self.memo: dict[tuple[Expr, str], Any] = {}
        self.terms: tuple[str, ...] = ()
        self.literals: tuple[str, ...] = ("",)
        self._texts(formulas)
        self._records()
        for field in scope.fields:
            self.field(field.name, field, z3.BoolVal(True))

    # ── names and domains ────────────────────────────────────────────────────────────────────────────────────

    def define(self, definition: Definition) -> None:
        """A new name for a term, for what reads it."""
        if definition.name in self.bound:
            raise ReplayError(f"`{definition.name}` is already the name of a value")
        self.bound[definition.name] = (self.z3.BoolVal(True), self.expr(definition.value))

    def _texts(self, formulas: Iterable[Expr]) -> None:
        terms: dict[str, None] = {}
        literals: dict[str, None] = {"": None}
        for formula in formulas:
            for e in walk(formula):
                if e.kind == "mentions":
                    terms |= dict.fromkeys(e.terms)
                elif e.kind == "const" and e.type.sort == "text":
                    literals[str(e.value)] = None
        self.terms, self.literals = tuple(terms), tuple(literals)

    def fact(self, says: Callable[[], str], constraint: Any) -> None:
        """A constraint of the domain that is worth naming where a proof rests on it."""
        self.about[len(self.domain)] = says
        self.domain.append(constraint)

    def constant(self, name: str, ty: Type) -> Any:
        return self.z3.Bool(name) if ty.sort == "bool" else self.z3.Int(name)

    def within(self, ty: Type, value: Any) -> Any:
        """Membership of a raw value in its type's domain."""
        z3 = self.z3
        if ty.sort == "bool" or ty.unbounded:
            return z3.BoolVal(True)
        lo, hi = ty.lo, ty.hi
        if ty.sort == "enum":
            lo, hi = 0, len(ty.labels) - 1
        elif ty.sort == "id":
            lo, hi = 0, 2**128 - 1
        elif ty.sort == "text":
            return value >= 0
        return z3.And(value >= lo, value <= hi)

    def field(self, name: str, field: Field, owner: Any) -> None:
        """A field of a record that is there when `owner` is; a missing one reads as its type's default."""
        z3 = self.z3
        value = self.constant(name, field.type)
        given = owner
        if field.optional:
            given = z3.Bool(f"{name}?")
            self.domain.append(z3.Implies(given, owner))
        self._bind(name, field.type, given, value)

    def _bind(self, name: str, ty: Type, given: Any, value: Any) -> None:
        z3 = self.z3
        self.bound[name] = (given, value)
        self.types[name] = ty
        inside = z3.Implies(given, self.within(ty, value))
        if ty.sort in ("int", "enum"):
            self.fact(lambda: f"`{_plain(name)}` {_domain(ty)}", inside)
        else:
            self.domain.append(inside)
        self.domain.append(z3.Or(given, value == self.value(ty, ty.default())))
        if ty.sort == "text":
            self._mentions(name, value)

    def bits(self, name: str) -> dict[str, Any]:
        """For each term, the Boolean that says whether the text `name` mentions it."""
        return {term: self.z3.Bool(f"{name} mentions {term}") for term in self.terms}

    def _mentions(self, name: str, value: Any) -> None:
        z3 = self.z3
        bits = self.bits(name)
        for other, ty in self.types.items():
            if ty.sort == "text" and other != name and bits:
                alike = [bits[term] == bit for term, bit in self.bits(other).items()]
                self.domain.append(z3.Implies(value == self.bound[other][1], z3.And(*alike)))
        for a in self.terms:
            for other in self.terms:
                if a != other and contains(a, other):
                    self.domain.append(z3.Implies(bits[a], bits[other]))
            for code, literal in enumerate(self.literals):
                self.domain.append(z3.Implies(value == code, bits[a] == z3.BoolVal(mentions(literal, (a,)))))

    def _records(self) -> None:
        z3 = self.z3
        lists = {r.path: r for r in self.scope.records if r.how == "many"}
        there: dict[str, Any] = {}
        for record in self.scope.records:
            inside = next((p for p in lists if record.path.startswith(p + ".")), None)
            if inside is not None:
                continue
            if record.how == "root":
                there[""] = z3.BoolVal(True)
                self._fields(record, "", there[""])
            elif record.how == "ref":
                there[record.path] = self._reference(record, record.path, there[record.parent])
            else:
                self._list(record, there[record.parent])
        self._consistent()

    def _fields(self, record: Record, prefix: str, there: Any) -> None:
        for field in record.fields:
            self.field(f"{prefix}.{field.name}" if prefix else field.name, field, there)

    def _reference(self, record: Record, name: str, owner: Any) -> Any:
        z3 = self.z3
        there = z3.Bool(f"{name}?")
        self.domain.append(z3.Implies(there, owner))
        self._bind(name, Type("id", name=record.entity), there, z3.Int(name))
        self._fields(record, name, there)
        return there

    def _list(self, record: Record, owner: Any) -> None:
        z3 = self.z3
        given = owner if self.scope.complete else z3.Bool(f"{record.path}?")
        self.domain.append(z3.Implies(given, owner))
        self.bound[record.path] = (given, given)
        used = [z3.Bool(f"{record.path}[{i}]?") for i in range(self.slots.get(record.path, 0))]
        self.used[record.path] = used
        for i, here in enumerate(used):
            self.domain.append(z3.Implies(here, used[i - 1] if i else given))
            prefix = f"{record.path}[{i}]"
            self._fields(record, prefix, here)
            there = {record.path: here}
            for inner in self.scope.records:
                if inner.how == "ref" and inner.path.startswith(record.path + "."):
                    name = prefix + inner.path[len(record.path) :]
                    there[inner.path] = self._reference(inner, name, there[inner.parent])

    def _instances(self) -> list[tuple[Record, str, Any, Any]]:
        """Every record of the scope: (record, prefix of its variables, is there, its key where known)."""
        out: list[tuple[Record, str, Any, Any]] = []
        lists = [r for r in self.scope.records if r.how == "many"]
        for record in self.scope.records:
            home = next(
                (m for m in lists if record.path == m.path or record.path.startswith(m.path + ".")), None
            )
            prefixes = [record.path]
            if home is not None:
                tail = record.path[len(home.path) :]
                prefixes = [f"{home.path}[{i}]{tail}" for i in range(len(self.used[home.path]))]
            for i, prefix in enumerate(prefixes):
                if record.how == "ref":
                    there, key = self.bound[prefix]
                else:
                    there = self.used[record.path][i] if record.how == "many" else self.z3.BoolVal(True)
                    name = f"{prefix}.{record.key}" if prefix else record.key
                    key = self.bound[name][1] if name in self.bound else None
                out.append((record, prefix, there, key))
        return out

    def _consistent(self) -> None:
        """What a guard checks (a reference names the key of its record, an element refers back to its owner) is part
        of the domain; that one key means one record is an assumption about the caller: one snapshot."""
        z3 = self.z3
        instances = self._instances()
        for record, prefix, there, key in instances:
            own = f"{prefix}.{record.key}" if prefix else record.key
            named = partial("`{}` is the record that its key names".format, _plain(prefix))
            if record.how == "ref" and own in self.bound:
                self.fact(named, z3.Implies(there, self.bound[own][1] == key))
            if record.how == "ref" and (prefix + KEY) in self.bound:
                given, value = self.bound[prefix + KEY]
                self.fact(named, z3.Implies(there, z3.And(given, value == key)))
                for other, at, exists, its_key in instances:
                    if other.entity == record.entity and at != prefix and its_key is not None:
                        # A reference to a record that is there for another reference does not dangle.
                        self.snapshot.append(z3.Implies(z3.And(given, exists, value == its_key), there))
            if record.how == "many":
                back = f"{prefix}.{record.link}"
                owner = next(k for r, p, _, k in instances if r.path == record.parent and "[" not in p)
                if back in self.bound and owner is not None:
                    given, value = self.bound[back]
                    says = partial("each element of `{}` refers back to its owner".format, record.path)
                    self.fact(says, z3.Implies(there, z3.And(given, value == owner)))
        for i, (a, pa, ta, ka) in enumerate(instances):
            for b, pb, tb, kb in instances[i + 1 :]:
                if a.entity != b.entity or ka is None or kb is None:
                    continue
                if a.path == b.path and a.how == "many":
                    self.snapshot.append(z3.Implies(z3.And(ta, tb), ka != kb))
                    continue
                names = {f.name for f in a.fields} & {f.name for f in b.fields}
                same = [
                    z3.And(
                        self.bound[_join(pa, n)][0] == self.bound[_join(pb, n)][0],
                        self.bound[_join(pa, n)][1] == self.bound[_join(pb, n)][1],
                    )
                    for n in sorted(names)
                ]
                if same:
                    self.snapshot.append(z3.Implies(z3.And(ta, tb, ka == kb), z3.And(*same)))

    # ── expressions ──────────────────────────────────────────────────────────────────────────────────────────

    def value(self, ty: Type, raw: Any) -> Any:
        """A raw value as a Z3 constant."""
        z3 = self.z3
        if ty.sort == "bool":
            return z3.BoolVal(bool(raw))
        if ty.sort == "enum":
            return z3.IntVal(ty.labels.index(raw))
        if ty.sort == "id":
            try:
                return z3.IntVal(uuid.UUID(str(raw)).int)
            except ValueError:
                raise ReplayError(f"the key `{raw}` is not a uuid") from None
        if ty.sort == "text":
            return z3.IntVal(self.literals.index(str(raw)))
        return z3.IntVal(raw)

    def expr(self, e: Expr, names: Mapping[str, str] | None = None) -> Any:
        """The Z3 term of `e`; `names` maps the variables bound by aggregates to their slots."""
        names = names or {}
        key = (e, repr(sorted(names.items())) if names else "")
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = self._expr(e, names)
        return found

    def _resolve(self, name: str, names: Mapping[str, str]) -> str:
        head, dot, rest = name.partition(".")
        return f"{names[head]}{dot}{rest}" if head in names else name

    def _expr(self, e: Expr, names: Mapping[str, str]) -> Any:
        z3 = self.z3
        if e.kind == "const":
            return self.value(e.type, e.value)
        if e.kind == "var":
            name = self._resolve(e.name, names)
            declared = self.types.get(name, e.type)
            # INVARIANT: a count stands for one quantity, a code for one label, wherever it is read.
            if (e.type.sort, e.type.grain, e.type.labels) != (declared.sort, declared.grain, declared.labels):
                raise ReplayError(f"`{name}` is read as {show_type(e.type)}, but it is {show_type(declared)}")
            return self.bound[name][1]
        if e.kind == "given":
            return self.bound[self._resolve(e.name, names)][0]
        if e.kind == "mentions":
            text = e.args[0]
            if text.kind != "var":
                raise ReplayError("a text is a variable wherever `mentions` reads it")
            name = self._resolve(text.name, names)
            bits = self.bits(name)
            return z3.Or(*(bits[term] for term in e.terms))
        if e.kind == "each":
            return self._each(e, names)
        if e.name == "eq" and (e.args[0].type.sort, e.args[0].type.labels) != (
            e.args[1].type.sort,
            e.args[1].type.labels,
        ):
            raise ReplayError(f"`{e}` compares values of two types")
        a = [self.expr(x, names) for x in e.args]
        return self._op(e.name, a)

    def _op(self, name: str, a: Sequence[Any]) -> Any:
        z3 = self.z3
        if name == "and":
            return z3.And(*a)
        if name == "or":
            return z3.Or(*a)
        if name == "not":
            return z3.Not(a[0])
        if name == "ite":
            return z3.If(a[0], a[1], a[2])
        if name == "eq":
            return a[0] == a[1]
        if name == "lt":
            return a[0] < a[1]
        if name == "le":
            return a[0] <= a[1]
        if name == "add":
            return a[0] + a[1]
        if name == "sub":
            return a[0] - a[1]
        if name == "mul":
            return a[0] * a[1]
        if name == "div":
            return z3.If(a[1] > 0, a[0] / a[1], z3.IntVal(0))
        if name == "min":
            return z3.If(a[0] <= a[1], a[0], a[1])
        if name == "max":
            return z3.If(a[0] >= a[1], a[0], a[1])
        if name == "abs":
            return z3.If(a[0] >= 0, a[0], -a[0])
        raise ReplayError(f"no encoding for the operator {name}")

    def _each(self, e: Expr, names: Mapping[str, str]) -> Any:
        z3 = self.z3
        path = str(e.value)
        if any(name.partition(".")[0] == e.bound for name in self.bound):
            raise ReplayError(f"`{e.bound}` names an element of `{path}` and a value of the judged record")
        used = self.used[path]
        bodies = [self.expr(e.args[0], {**names, e.bound: f"{path}[{i}]"}) for i in range(len(used))]
        if e.name == "all":
            return z3.And(*(z3.Or(z3.Not(u), x) for u, x in zip(used, bodies, strict=True)))
        if e.name == "any":
            return z3.Or(*(z3.And(u, x) for u, x in zip(used, bodies, strict=True)))
        if e.name == "sum":
            return z3.Sum(
                [z3.IntVal(0), *(z3.If(u, x, z3.IntVal(0)) for u, x in zip(used, bodies, strict=True))]
            )
        out = z3.IntVal(e.type.hi if e.name == "min" else e.type.lo)
        for u, x in zip(used, bodies, strict=True):
            better = x < out if e.name == "min" else x > out
            out = z3.If(z3.And(u, better), x, out)
        return out

    # ── models ───────────────────────────────────────────────────────────────────────────────────────────────

    def raw(self, model: Any, name: str) -> Any:
        """The raw value of a variable in a model; None where it is missing. A text is synthesised from its terms."""
        z3 = self.z3
        given, value = self.bound[name]
        if not z3.is_true(model.eval(given, model_completion=True)):
            return None
        ty = self.types[name]
        found = model.eval(value, model_completion=True)
        if ty.sort == "bool":
            return bool(z3.is_true(found))
        number = found.as_long()
        if ty.sort == "enum":
            return ty.labels[number]
        if ty.sort == "id":
            return str(uuid.UUID(int=number))
        if ty.sort != "text":
            return number
        return self.literals[number] if number < len(self.literals) else self._text(model, name)

    def _text(self, model: Any, name: str) -> str:
        """A text for each code of the model: variables of one code share it, those of other codes differ from it."""
        z3 = self.z3
        texts: dict[int, str] = {}
        for other, ty in self.types.items():
            if ty.sort != "text":
                continue
            code = model.eval(self.bound[other][1], model_completion=True).as_long()
            if code < len(self.literals) or code in texts:
                continue
            true = [
                x for x, bit in self.bits(other).items() if z3.is_true(model.eval(bit, model_completion=True))
            ]
            false = tuple(x for x in self.terms if x not in true)
            text = synthesise(tuple(true), false, (*self.literals, *texts.values()))
            if text is None:
                raise ReplayError(f"no text mentions exactly {true}")
            texts[code] = text
        return texts[model.eval(self.bound[name][1], model_completion=True).as_long()]

    def env(self, model: Any) -> dict[str, Any]:
        """The environment that a model describes, in the evaluator's form."""
        out: dict[str, Any] = {n: self.raw(model, n) for n in self.bound if n in self.types and "[" not in n}
        for path, used in self.used.items():
            if not self.z3.is_true(model.eval(self.bound[path][0], model_completion=True)):
                out[path] = None
                continue
            items = []
            for i, here in enumerate(used):
                if self.z3.is_true(model.eval(here, model_completion=True)):
                    prefix = f"{path}[{i}]."
                    items.append(
                        {n[len(prefix) :]: self.raw(model, n) for n in self.types if n.startswith(prefix)}
                    )
            out[path] = tuple(items)
        return out


def _join(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def _plain(name: str) -> str:
    """A variable as an author would call it: no slot of a relation, no mark of what is stated beside the record."""
    return re.sub(r"\[\d+\]", "", name).removeprefix("@")


def _domain(ty: Type) -> str:
    return f"lies within {interval(ty)}" if ty.sort == "int" else "is one of its labels"
