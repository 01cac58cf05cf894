"""Times the program beside others on the same work; run as `python -m tests.benchmarks`."""
