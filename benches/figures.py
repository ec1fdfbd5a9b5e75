#!/usr/bin/env python3
"""Every figure of docs/speed.md, measured in one run beside its peers, and the page written from them.

    pip install duckdb numpy pyte; cargo install csvlens; apt-get install vim
    benches/figures.py ../shared [--write]

The folder holds what the project does not: `data/ga_voting.csv.gz`, the UN library's file, and `tools/tuiperf.py`, which
measures a terminal program through a pty. What is missing there, or a peer that is not installed, is said and its rows are
left out; with --write nothing may be missing. Nobody else should use the machine meanwhile: the tables hold medians of one
run, and other programs' figures of the same run beside them. In a terminal each is measured in three rounds, and the middle
of each figure is taken, since a machine that stands still for a moment hits one view or another.
"""
import argparse, gzip, json, os, re, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PLENARY = HERE / "target/release/plenary"
UNIT = {"ns": 1e-6, "µs": 1e-3, "ms": 1.0, "s": 1e3}
SIZES = ("200x60", "80x24")
ROUNDS = 3
# Every view, by a link that opens it, and a key that moves in it.
VIEWS = {
    "votes": "votes", "a vote": "show/ES-11/7", "countries": "countries", "a country": "country/UKR",
    "a pair": "pair/UKR,ISR", "blocs": "blocs/USA+RUS+ISR;abstain(ES-11/7)", "compare": "compare/ES-11/6,ES-11/7",
    "series": "series/79/7", "world": "world/ES-11/7", "matrix": "matrix", "positions": "positions",
}


def run(*command, **more):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, cwd=HERE, **more)


def benchmarks():
    """The middle of each benchmark's interval, in milliseconds, by its name."""
    benches = [word for name in ("record", "names", "analysis", "map", "explorer") for word in ("--bench", name)]
    out = run("cargo", "bench", "--locked", *benches, "--", "--noplot", "--warm-up-time", "1", "--measurement-time", "2").stdout
    # A long name stands on a line of its own.
    found = re.findall(r"^(\S.*?)\s+time:\s+\[\S+ \S+ (\S+) (\S+) ", out, re.M)
    return {name: float(figure) * UNIT[unit] for name, figure, unit in found}


def peak(*command):
    """The most memory that a command held, in MiB."""
    # By a small process: what starts another hands it its own size as the least.
    waits = "import os, sys; print(os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], {}), 0)[2].ru_maxrss, file=sys.stderr)"
    out = subprocess.run([sys.executable, "-S", "-c", waits, *map(str, command)], check=True, capture_output=True, text=True)
    return int(out.stderr) / 1024


def all_pairs():
    """How long numpy takes for the counts of all pairs, in milliseconds at its best; its answer is held against ours."""
    # One core, as ours.
    os.environ.update(OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", OMP_NUM_THREADS="1")
    import numpy as np

    with open(HERE / "assets/rollcalls.jsonl") as file:
        seats = json.loads(file.readline())["seats"]
        lines = [json.loads(line)["votes"] for line in file]
    votes = np.array([list(line.ljust(len(seats), ".")) for line in lines]).T
    # In single precision, whose products are the fastest and exact up to 16,777,216.
    yes, no, abstain = (np.ascontiguousarray(votes == letter).astype(np.float32) for letter in "YNA")

    def counted():
        same = yes @ yes.T + no @ no.T + abstain @ abstain.T
        across = yes @ no.T
        cast = yes + no + abstain
        n = cast @ cast.T
        with np.errstate(invalid="ignore"):
            return n, (same + (n - same - across - across.T) / 2) / n

    ours = json.loads(run(PLENARY, "matrix", "--format", "json").stdout)
    at = [seats.index(code) for code in ours["members"]]
    n, value = (table[np.ix_(at, at)] for table in counted())
    off = ~np.eye(len(at), dtype=bool)
    assert (np.array(ours["n"], dtype=float)[off] == n[off]).all(), "the counts differ"
    mine = np.array(ours["value"], dtype=float)
    assert np.allclose(mine[off], value[off], atol=1e-5, equal_nan=True), "the figures differ"
    took = []
    for _ in range(30):
        start = time.perf_counter()
        counted()
        took.append((time.perf_counter() - start) * 1e3)
    return min(took)


def imported(file):
    """Seconds for the import, and its ratio to DuckDB's count of votes by member and letter over the same file: medians."""
    import duckdb  # noqa: F401, for a word now and not in the middle

    query = f"set threads=2; select ms_code, ms_vote, count(*) from read_csv('{file}', header=true) group by all"
    theirs = [sys.executable, "-c", f'import duckdb; duckdb.sql("""{query}""").fetchall()']

    def timed(command):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start

    with tempfile.TemporaryDirectory() as folder:
        ours = [PLENARY, "import", "--new", "--to", os.path.join(folder, "r.jsonl"), file]
        pairs = [(timed(ours), timed(theirs)) for _ in range(7)]
    return statistics.median(ours for ours, _ in pairs), statistics.median(ours / theirs for ours, theirs in pairs)


def in_terminal(harness, folder):
    """What a person waits for, through a pty: each program's figures by its name and the size, those of every view of ours by its name."""
    table = os.path.join(folder, "rollcalls.csv")
    Path(table).write_text(run(PLENARY, "list", "--format", "csv").stdout)
    home = dict(os.environ, HOME=folder, XDG_STATE_HOME=folder)

    def measured(size, keys, command, *more):
        out = run(sys.executable, harness, "--json", "--size", size, "--keys", keys, "--repeat", 100, *more, "--", *command, env=home)
        return json.loads(out.stdout)

    # Down through the small file and up again: it has to have somewhere to go.
    programs = {
        "plenary": ("Down", [PLENARY, "--fresh"]),
        "vim": ("Down", ["vim", "-u", "NONE", HERE / "README.md"]),
        "csvlens": ("Down", ["csvlens", table]),
    }
    def once():
        for name, (keys, command) in programs.items():
            for size in SIZES:
                yield (name, size), measured(size, keys, command, *(["--flood", 200] if size == SIZES[0] else []))
        for name, link in VIEWS.items():
            # Only its keys are asked for.
            yield name, measured(SIZES[0], "Down,Down,Down,Up", [PLENARY, "--fresh", "--at", link], "--runs", 1, "--idle-s", 0.1)

    rounds = [dict(once()) for _ in range(ROUNDS)]
    return {what: middle([each[what] for each in rounds]) for what in rounds[0]}


def middle(rounds):
    """The same figures of several rounds as one: the middle of each."""
    if isinstance(rounds[0], dict):
        return {key: middle([each[key] for each in rounds]) for key in rounds[0]}
    return statistics.median(rounds) if isinstance(rounds[0], (int, float)) else rounds[0]


def number(figure, unit=""):
    """A figure with as many places as it can bear."""
    text = f"{figure:.0f}" if figure >= 10 else f"{figure:.1f}" if figure >= 0.95 else f"{figure:.2f}"
    return text + (f" {unit}" if unit else "")


def spread(figures, unit):
    low, high = number(min(figures)), number(max(figures))
    return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"


def first_table(bench, numpy, load, size, csv):
    some = lambda start, end="": [ms for name, ms in bench.items() if name.startswith(start) and name.endswith(end)]
    one = lambda name: number(bench[name], "ms")
    pairs = bench["pairs/all by agreement"]
    rows = [
        ("the record loaded, with all votes as bit planes", one("load/embedded")),
        ("`ukraine since:2022` over all roll calls", one("filter/ukraine since:2022")),
        ("the slowest of the queries measured: blocs day by day, words that nearly every roll call has", number(max(some("filter/")), "ms")),
        ("a country's name at each key, over every name of every member", spread(some("names/search/"), "ms")),
        ("one member's agreement with all others, over all roll calls", one("member/against all others")),
        ("all pairs of members, over all roll calls", number(pairs, "ms") + (f", {pairs / numpy:.1f} times what numpy needs for the same counts" if numpy else "")),
        ("members on two axes, with the pairs", one("pairs/positions with the pairs")),
        ("two blocs typed anew, with all figures by year and by topic", spread(some("blocs/"), "ms")),
        ("a key of the explorer and its frame, at 200×60, without the terminal", spread(some("key/", "200x60"), "ms")),
        ("the same on the map at 300×100", spread(some("key/", "300x100"), "ms")),
        ("`plenary record` at its peak", number(load, "MiB")),
        ("the program", number(size, "MB")),
    ]
    if csv:
        rows.insert(8, ("the UN's whole file (344 MB) imported with every check", f"{csv[0]:.1f} s, {csv[1]:.1f} times what DuckDB needs to count its votes"))
    return "| what | figure |\n| --- | --- |\n" + "".join(f"| {what} | {figure} |\n" for what, figure in rows)


def second_table(figures):
    """Each program beside ours."""
    names = ("plenary", "vim", "csvlens")

    def row(what, figure, text, ratio):
        values = [figure(name) for name in names]
        cells = [text(value) + (f" ({value / values[0]:.1f}×)" if ratio and at else "") for at, value in enumerate(values)]
        return f"| {what} | " + " | ".join(cells) + " |\n"

    large, small = SIZES
    milliseconds = lambda value: number(value, "ms")
    kilobytes = lambda value: f"{value / 1000:.1f} KB"
    of = lambda size, *keys: lambda name: __import__("functools").reduce(lambda found, key: found[key], keys, figures[name, size])
    return "| | plenary | vim | csvlens |\n| --- | ---: | ---: | ---: |\n" + "".join([
        row("first frame, 200×60", of(large, "first_frame_ms", "median"), milliseconds, True),
        row("of it the harness's own: a process that says one word", of(large, "spawn_floor_ms"), milliseconds, False),
        row("a key to the last byte of its frame, median, 200×60", of(large, "key", "last_ms", "p50"), milliseconds, True),
        row("the same, p95", of(large, "key", "last_ms", "p95"), milliseconds, True),
        row("the same, p95, 80×24", of(small, "key", "last_ms", "p95"), milliseconds, True),
        row("bytes for a key that moves, median, 200×60", of(large, "key", "bytes_p50"), kilobytes, False),
        row("the same, 80×24", of(small, "key", "bytes_p50"), kilobytes, False),
        row("200 keys in one write, 200×60", of(large, "flood", "ms_total"), milliseconds, True),
        row("what is written for them", of(large, "flood", "bytes"), kilobytes, False),
        row("memory", of(large, "rss_mib"), lambda value: number(value, "MiB"), True),
        row("processor while nothing is pressed", of(large, "idle_cpu_pct"), lambda value: f"{value:.1f} %", False),
    ])


def third_table(figures):
    """A key in every view."""
    views = {name: figures[name]["key"] for name in VIEWS}
    rows = (
        f"| {name} | {number(key['last_ms']['p50'], 'ms')} | {number(key['last_ms']['p95'], 'ms')} | {key['bytes_p50'] / 1000:.1f} KB |\n"
        for name, key in views.items()
    )
    return "| a key in | median | p95 | bytes, median |\n| --- | ---: | ---: | ---: |\n" + "".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="with data/ga_voting.csv.gz and tools/tuiperf.py")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md")
    given = parser.parse_args()
    missing = []

    def beside(what, needs, measure):
        lacks = [need for need in needs if not (need.exists() if isinstance(need, Path) else shutil.which(need))]
        try:
            if lacks:
                raise ImportError(", ".join(map(str, lacks)))
            return measure()
        except ImportError as lack:
            missing.append(f"{what}: needs {lack}")

    run("cargo", "build", "--release", "--locked")
    with tempfile.TemporaryDirectory() as folder:
        harness, raw = given.folder / "tools/tuiperf.py", given.folder / "data/ga_voting.csv.gz"
        terminal = beside("in a terminal", [harness, "vim", "csvlens"], lambda: in_terminal(harness.resolve(), folder))

        def unpacked():
            file = os.path.join(folder, "ga_voting.csv")
            with gzip.open(raw) as packed, open(file, "wb") as plain:
                shutil.copyfileobj(packed, plain)
            return imported(file)

        csv = beside("the import", [raw], unpacked)
    numpy = beside("all pairs", [], all_pairs)
    bench = benchmarks()
    load, size = peak(PLENARY, "record"), PLENARY.stat().st_size / 1e6
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    parts = [
        f"Measured by `benches/figures.py`, which writes this section, on a machine with {os.cpu_count()} cores ({cpu}); machines\n"
        "differ and are noisy, so hold the ratios against each other, not the milliseconds.\n",
        first_table(bench, numpy, load, size, csv),
    ]
    if terminal:
        parts += [
            "In a terminal, by keys sent through a pty and answers read from there, in one run beside `vim -u NONE` on this file and\n"
            "`csvlens` on the roll calls as CSV (5,698 rows); in parentheses how many times plenary's figure. The first frame counts\n"
            "from the start of the process, and plenary has loaded the whole record by then. Each figure is the middle of three rounds\n"
            "of 100 keys and 10 starts.\n",
            second_table(terminal),
            "From a key to the last byte of its frame at 200×60, in every view:\n",
            third_table(terminal),
        ]
    section = "\n".join(parts)
    print(section)
    for lack in missing:
        print(f"left out: {lack}", file=sys.stderr)
    if given.write:
        if missing:
            sys.exit("nothing is written: figures are missing")
        page = HERE / "docs" / "speed.md"
        text = page.read_text()
        marker = "<!-- made: speed -->\n"
        start = text.index(marker) + len(marker)
        end = text.index("<!-- end -->", start)
        page.write_text(f"{text[:start]}{section}{text[end:]}")


if __name__ == "__main__":
    main()
