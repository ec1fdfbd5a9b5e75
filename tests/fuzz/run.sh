#!/usr/bin/env bash
# Hands every reader of the program what a coverage-guided fuzzer makes up, so many seconds each: cargo install cargo-fuzz
#   tests/fuzz/run.sh 60 [TARGET...]
# It begins with the files of tests/files and goes on from what it found before, in target/fuzz. What breaks a promise is
# left in tests/fuzz/artifacts: make it a file of tests/files before it is mended.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1
shift
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || mapfile -t targets < <(cargo fuzz list --fuzz-dir tests/fuzz)

seeds() { # the files that a target reads
    case $1 in
        words) find tests/files -name '*.txt' ;;
        record) find tests/files -name '*.jsonl' ;;
        un_table) find tests/files -name '*.csv' ;;
        settings) find tests/files -name '*.toml' ;;
        blocs | visit) find tests/files -name '*.json' ;;
        *) ;;
    esac
}

for target in "${targets[@]}"; do
    corpus=target/fuzz/$target
    mkdir -p "$corpus"
    seeds "$target" | while read -r file; do cp "$file" "$corpus/seed-$(basename "$file")"; done
    printf '\n== %s\n' "$target"
    # Without a sanitizer the stable compiler will do, and there is no unsafe code to watch.
    cargo fuzz run --fuzz-dir tests/fuzz --sanitizer none "$target" "$corpus" -- \
        -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=1
done
