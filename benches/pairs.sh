#!/usr/bin/env bash
# How long all pairs over the whole record take beside numpy counting the same from the same votes, each on one core: the
# best of several rounds in turn on the same machine. Holds the two answers against each other first.
#   pip install numpy; benches/pairs.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 OMP_NUM_THREADS=1
cargo build --release --quiet
cargo bench --quiet --bench analysis --no-run
python3 - <<'PY'
import json, re, statistics, subprocess, time
import numpy as np

with open("assets/rollcalls.jsonl") as file:
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


ours = json.loads(subprocess.check_output(["target/release/plenary", "matrix", "--format", "json"]))
at = [seats.index(code) for code in ours["members"]]
n, value = (table[np.ix_(at, at)] for table in counted())
off = ~np.eye(len(at), dtype=bool)
assert (np.array(ours["n"], dtype=float)[off] == n[off]).all(), "the counts differ"
mine = np.array(ours["value"], dtype=float)
assert np.allclose(mine[off], value[off], atol=1e-5, equal_nan=True), "the figures differ"

unit = {"ns": 1e-6, "µs": 1e-3, "ms": 1.0, "s": 1e3}
bench = ["cargo", "bench", "--quiet", "--bench", "analysis", "--", "--noplot", "pairs/all by agreement"]
plenary, numpy = [], []
for _ in range(3):
    out = subprocess.run(bench, check=True, capture_output=True, text=True).stdout
    figure, scale = re.search(r"time:\s+\[\S+ \S+ (\S+) (\S+)", out).groups()
    plenary.append(float(figure) * unit[scale])
    for _ in range(10):
        start = time.perf_counter()
        counted()
        numpy.append((time.perf_counter() - start) * 1e3)
print(f"all pairs: plenary {min(plenary):.1f} ms, numpy {min(numpy):.1f} ms (median {statistics.median(numpy):.1f}), "
      f"ratio {min(plenary) / min(numpy):.2f}")
PY
