#!/usr/bin/env bash
# How long the import of the UN's file takes beside DuckDB's count of votes by member and letter over the same file, in
# turn on the same machine: the median of the ratios is the figure of the README.
#   pip install duckdb; benches/import.sh ga_voting.csv
set -euo pipefail
cd "$(dirname "$0")/.."
file=$(realpath "$1")
cargo build --release --quiet
python3 - "$file" <<'PY'
import os, statistics, subprocess, sys, tempfile, time

file = sys.argv[1]
query = f"set threads=2; select ms_code, ms_vote, count(*) from read_csv('{file}', header=true) group by all"
duckdb = [sys.executable, "-c", f"import duckdb; duckdb.sql(\"\"\"{query}\"\"\").fetchall()"]
ratios, ours, theirs = [], [], []


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


with tempfile.TemporaryDirectory() as folder:
    plenary = ["target/release/plenary", "import", "--new", "--to", os.path.join(folder, "r.jsonl"), file]
    for _ in range(7):
        ours.append(timed(plenary))
        theirs.append(timed(duckdb))
        ratios.append(ours[-1] / theirs[-1])
print(f"plenary import {statistics.median(ours):.2f} s, duckdb {statistics.median(theirs):.2f} s, "
      f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
PY
