package dev.perfbudget.agent.fork;

/** When an iteration started, by both clocks. */
record IterationClock(long startMillis, long startNanos) {

    static IterationClock start() {
        return new IterationClock(System.currentTimeMillis(), System.nanoTime());
    }

    long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }
}
