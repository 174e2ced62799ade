package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.Map;

/** One fork, from when it was ready. */
final class SampledFork {

    private final long pid;
    private final ProcessSpan whole;
    private ProcessSpan sinceLine;
    private Map<Resource, Double> line = Map.of();
    private boolean ended;

    SampledFork(long pid, Reading first) {
        this.pid = pid;
        this.whole = new ProcessSpan(first);
        this.sinceLine = new ProcessSpan(first);
    }

    long pid() {
        return pid;
    }

    ProcessSpan whole() {
        return whole;
    }

    /** A reading in between. */
    void poll(Reading reading) {
        whole.add(reading);
        sinceLine.add(reading);
        line = ofThisFork(sinceLine.figures());
        sinceLine = new ProcessSpan(reading);
    }

    /** What the last poll found, since the one before. */
    Map<Resource, Double> line() {
        return line;
    }

    /** The line itself has the machine. */
    private static Map<Resource, Double> ofThisFork(Map<Resource, Double> figures) {
        figures.keySet().removeIf(resource -> resource.isOfSystem() && resource != Resource.SYSTEM_FOREIGN);
        return figures;
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }
}
