"""Single faults planted in a printed SQL script, as a careless or hostile edit would leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["mutants"]

# What is planted: description, pattern, replacement. Each is planted at every place where the pattern stands, one at a time.
FAULTS = (
    ("`<=` to `<`", r" <= ", " < "),
    ("`<` to `<=`", r" < ", " <= "),
    ("`<=` to `>=`", r" <= ", " >= "),
    ("`=` to `<>` in a rule", r"(?<=_id) = (?=p\.)", " <> "),
    ("`<>` to `=`", r" <> ", " = "),
    ("AND to OR", r"\bAND\b", "OR"),
    ("OR to AND", r"\bOR\b(?! UPDATE| DELETE)", "AND"),
    ("NOT dropped", r"\bNOT (?!NULL|TRUE|IN)", ""),
    ("NOT EXISTS to EXISTS", r"NOT EXISTS", "EXISTS"),
    ("IS TRUE dropped", r" IS TRUE", ""),
    ("IS TRUE to IS NOT FALSE", r" IS TRUE", " IS NOT FALSE"),
    ("IS NOT TRUE dropped", r" IS NOT TRUE", ""),
    ("IS NOT TRUE to IS FALSE", r" IS NOT TRUE", " IS FALSE"),
    ("IS NOT NULL to IS NULL", r"IS NOT NULL", "IS NULL"),
    ("IS NULL to IS NOT NULL", r"IS NULL", "IS NOT NULL"),
    ("days as seconds", r"\* 86400\b", "* 1"),
    ("a day too long", r"\* 86400\b", "* 86401"),
    ("max to min", r"\bmax\(", "min("),
    ("label changed", r"'PASSED'(?=\s*\))", "'PENDING'"),
    ("label widened", r"IN \('PASSED'", "IN ('PASSED', 'VOID'"),
    ("term dropped", r", 'r e m'", ""),
    ("term changed", r"'dream phase'", "'dream phases'"),
    ("upper end raised", r"(?<=AND )(2|1000|100|3650)(?= AND)", r"\g<1>1"),
    ("lower end lowered", r"BETWEEN (0|1) AND", "BETWEEN -1 AND"),
    ("last year raised", r"2199-12-31", "2299-12-31"),
    ("grid refined", r"% 0\.001", "% 0.0001"),
    ("grid dropped", r" AND \S+ % \S+ = 0", ""),
    ("AFTER to BEFORE", r"\bAFTER\b", "BEFORE"),
    ("INSERT dropped", r"INSERT OR ", ""),
    ("DELETE dropped", r" OR DELETE", ""),
    ("UPDATE dropped", r" OR UPDATE", ""),
    ("UPDATE of one column", r"OR UPDATE(?= ON)", "OR UPDATE OF id"),
    ("row to statement", r"FOR EACH ROW", "FOR EACH STATEMENT"),
    ("WHEN added", r"FOR EACH ROW EXECUTE", "FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE"),
    ("trigger on another table", r"(?<=UPDATE ON )public\.\w+", "public.tenant"),
    ("trigger of another function", r"EXECUTE FUNCTION aln\.\w+", "EXECUTE FUNCTION aln.other"),
    ("share lock dropped", r" FOR SHARE OF [^;]+", ""),
    ("share lock weakened", r"FOR SHARE", "FOR KEY SHARE"),
    ("lock of another record", r"FOR SHARE OF [^;]+", "FOR SHARE OF judged"),
    ("lock skips", r"(FOR SHARE OF [^;]+);", r"\1 SKIP LOCKED;"),
    ("owner lock dropped", r"\n\s*ORDER BY [^;]+ FOR NO KEY UPDATE", ""),
    ("owner lock weakened", r"FOR NO KEY UPDATE", "FOR SHARE"),
    ("OLD to NEW", r"\(OLD\.", "(NEW."),
    ("NEW to OLD", r", NEW\.", ", OLD."),
    ("NEW to OLD of the judged row", r"SELECT NEW\.", "SELECT OLD."),
    ("RETURN NULL to RETURN NEW", r"RETURN NULL", "RETURN NEW"),
    ("search path dropped", r"\n\s*SET search_path = pg_catalog, pg_temp", ""),
    ("search path widened", r"= pg_catalog, pg_temp", "= public, pg_catalog"),
    ("temporary tables first", r"= pg_catalog, pg_temp", "= pg_temp, pg_catalog"),
    ("security definer", r"LANGUAGE plpgsql VOLATILE", "LANGUAGE plpgsql VOLATILE SECURITY DEFINER"),
    ("enforcement in the caller's snapshot", r"LANGUAGE plpgsql VOLATILE", "LANGUAGE plpgsql STABLE"),
    ("rules remembered", r"LANGUAGE sql STABLE", "LANGUAGE sql IMMUTABLE"),
    ("refusal to warning", r"RAISE EXCEPTION", "RAISE WARNING"),
    ("isolation ignored", r"NOT IN \('read committed'", "IN ('read committed'"),
    ("serializable let pass", r"'read uncommitted'", "'serializable'"),
    ("another error code", r"'23514'", "'00000'"),
    ("nothing found refused", r"IF FOUND", "IF NOT FOUND"),
    ("no row judged", r"= ANY \(\$1\)", "= ALL ($1)"),
    ("one failed rule let pass", r"\(cardinality\(failed\.rules\) = 0\)", "(cardinality(failed.rules) <= 1)"),
    ("left join to inner join", r"LEFT JOIN", "JOIN"),
    ("join key changed", r"\.id = (?=\S+_id\b)", ".id <> "),
    ("joined by another reference", r"judged\.(study|device|session)_id(?=\n)", "judged.id"),
    ("link of another column", r"(?<=WHERE c\.)device_id", "profile_id"),
    ("another table read", r"FROM public\.\w+", "FROM public.tenant"),
    ("a schema left out", r"(?<=JOIN )public\.", ""),
    ("rule passed over", r"THEN NULL ELSE '[^']+' END", "THEN NULL ELSE NULL END"),
    ("rule reported where it holds", r"THEN NULL ELSE ('[^']+')", r"THEN \1 ELSE NULL"),
    ("message changed", r"(?<=', ')(the|a|no) (?=\w+ )", r"\1 other "),
    ("comment changed", r"(?<= IS ')(the|a|no) (?=\w+ )", r"\1 other "),
    ("link to a control dropped", r"ARRAY\['RC-[A-Z0-9-]+'\]", "ARRAY[]"),
    ("declared range changed", r'"hi": (\d+)', r'"hi": 1\1'),
    ("declared optional", r'"optional": false, "sort"', '"optional": true, "sort"'),
    ("declared unit changed", r'"1/1000", "length"', '"1/100", "length"'),
    ("declared maximum changed", r'"maximum": (8|64)', '"maximum": 7'),
    ("pinned letter table changed", r"'g'\);", "'gi');"),
    ("mentions made lenient", r"RETURN found;", "RETURN false;"),
    ("sides of `<=` swapped", r"([\w.\"]+) <= ([\w.\"]+)(?=\s|\))", r"\2 <= \1"),
    ("sides of `<` swapped", r"([\w.\"]+) < ([\w.\"]+)(?=\s|\))", r"\2 < \1"),
    ("first day moved", r"1970-01-01 00:00:00", "1970-01-02 00:00:00"),
    ("last instant moved", r"23:59:59\.999999", "23:59:59.999998"),
    ("value of no elements raised", r"(?<=\), TIMESTAMPTZ ')1970-01-01", "1971-01-01"),
    (
        "rules in another order",
        r"(        CASE WHEN .*? END),\n(        CASE WHEN .*? END)(?=[,\n])",
        r"\2,\n\1",
    ),
    ("messages in another order", r"(        \('\w+/.*?\)),\n(        \('\w+/.*?\))(?=[,\n])", r"\2,\n\1"),
    ("a message of another rule", r"(?<=        \(')(\w+/)(?=\w)", r"\1x"),
    ("links in another array type", r"\]::text\[\]", "]::name[]"),
    ("nothing ever found", r"LIMIT 1;", "LIMIT 0;"),
    ("every failed rule removed", r"END\s+\]::text\[\], NULL\)", "END]::text[], 'x')"),
    ("only the new reference", r"IN \(OLD\.(\w+), NEW\.\w+\)", r"IN (NEW.\1)"),
    ("only the old reference", r"IN \(OLD\.\w+, NEW\.(\w+)\)", r"IN (OLD.\1)"),
    ("strict: nothing judged of NULL", r"LANGUAGE sql STABLE", "LANGUAGE sql STABLE STRICT"),
    ("leakproof", r"LANGUAGE sql STABLE", "LANGUAGE sql STABLE LEAKPROOF"),
    (
        "a time zone of its own",
        r"(?<=SET search_path = pg_catalog, pg_temp)\nAS \$(enforce|changed|failed)\$",
        r"\n    SET timezone = 'UTC'\nAS $\1$",
    ),
    ("a constraint not enforced", r"(?<=IS TRUE\));", " NOT ENFORCED;"),
    ("a constraint not inherited", r"(?<=IS TRUE\));", " NO INHERIT;"),
    (
        "the trigger deferred",
        r"CREATE TRIGGER (\w+) AFTER ([^;]+?)\n    FOR EACH ROW",
        r"CREATE CONSTRAINT TRIGGER \1 AFTER \2 DEFERRABLE INITIALLY DEFERRED\n    FOR EACH ROW",
    ),
    (
        "the error passed over",
        r"    RETURN NULL;\nEND",
        "    RETURN NULL;\nEXCEPTION WHEN OTHERS THEN RETURN NULL;\nEND",
    ),
    (
        "nothing judged",
        r"    PERFORM (aln\.\w+_enforce)\(",
        r"    PERFORM \1(NULL) WHERE false; PERFORM cardinality(",
    ),
    ("truncate let pass", r"BEFORE TRUNCATE", "AFTER TRUNCATE"),
    ("another key compared", r"(?<== judged\.)\w+_id\b", "id"),
    ("reference read as its own", r"\bjudged\.id\b", "judged.ctid"),
)
ADDED = (
    ("trigger disabled", "ALTER TABLE public.xr_session DISABLE TRIGGER ALL;"),
    ("trigger dropped", "DROP TRIGGER aln_session_guard_01234567_changed ON public.study;"),
    ("constraint dropped", "ALTER TABLE public.drug_limits DROP CONSTRAINT c;"),
    ("replica role", "SET session_replication_role = replica;"),
    ("function replaced", "CREATE OR REPLACE FUNCTION aln.f() RETURNS int LANGUAGE sql AS 'SELECT 1';"),
    ("view over a table", "CREATE VIEW v AS SELECT 1;"),
    ("trigger for replicas only", "ALTER TABLE public.study ENABLE REPLICA TRIGGER ALL;"),
    ("function's settings reset", "ALTER FUNCTION aln.mentions(text, text[]) RESET ALL;"),
    ("function of its owner", "ALTER FUNCTION aln.mentions(text, text[]) SECURITY DEFINER;"),
    ("rule in place of an insert", "CREATE RULE r AS ON INSERT TO public.study DO INSTEAD NOTHING;"),
    ("bodies not checked", "SET check_function_bodies = off;"),
    ("path of the session", "SET search_path = public;"),
    ("a block of its own", "DO $$ BEGIN NULL; END $$;"),
    ("schema dropped", "DROP SCHEMA aln CASCADE;"),
    ("table emptied", "TRUNCATE public.study;"),
    ("grants given", "GRANT ALL ON ALL TABLES IN SCHEMA public TO public;"),
    ("checks not validated", "ALTER TABLE public.study ADD CONSTRAINT c CHECK ((TRUE) IS TRUE) NOT VALID;"),
)


def mutants(text: str, places: int = 4) -> list[tuple[str, str]]:
    """Each fault, at up to so many places spread over the script, as (description with its line, faulty script)."""
    return list(_planted(text, places))


def _planted(text: str, places: int) -> Iterator[tuple[str, str]]:
    head = text.index("CREATE SCHEMA")
    for what, pattern, instead in FAULTS:
        matches = list(re.compile(pattern).finditer(text, head))
        for match in matches[:: -(-len(matches) // places) or 1]:
            changed = text[: match.start()] + match.expand(instead) + text[match.end() :]
            line = text.count("\n", 0, match.start()) + 1
            inside = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if changed != text and not inside.lstrip().startswith("--"):
                yield f"{what}, line {line}", changed
    for what, statement in ADDED:
        yield what, f"{text}\n{statement}\n"
    statements = [m.start() for m in re.finditer(r"^(ALTER|COMMENT|CREATE|SELECT) ", text, re.MULTILINE)]
    for start, end in zip(statements, [*statements[1:], len(text)], strict=True):
        yield f"statement left out, line {text.count(chr(10), 0, start) + 1}", text[:start] + text[end:]
