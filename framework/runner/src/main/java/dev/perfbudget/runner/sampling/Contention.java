package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.Locale;
import java.util.Map;

/** Signs that a fork had to share what it should have had for itself; fixed thresholds, described in docs/resources.md. */
enum Contention {
    /** In percent of all processors' time. */
    STEAL("steal %.1f %%", 1),
    /** In percent of all processors' time. */
    FOREIGN("others used %.0f %% of the processors", 10),
    /** In a second of the fork's own processor time. */
    INVOLUNTARY_SWITCHES("%,.0f involuntary switches a second", 250),
    /** In a second. */
    MAJOR_FAULTS("%,.0f major faults a second", 20),
    /** In a second, if they cost: each is slow where a hypervisor has to find the page first, and else cheap. */
    MINOR_FAULTS("%,.0f minor faults a second", 1_000);

    private static final double MOST_OF_KERNEL = 20;

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double PERCENT = 100;

    private final String words;
    private final double most;

    Contention(String words, double most) {
        this.words = words;
        this.most = most;
    }

    /** Whether a fork shows it. */
    boolean isSeenIn(Map<String, Double> resources) {
        return worth(resources) > most;
    }

    /** How much of it a fork shows; no number if that is not known. */
    double worth(Map<String, Double> resources) {
        var seen = new SeenResources(resources);
        return switch (this) {
            case STEAL -> seen.of(Resource.SYSTEM_STEAL);
            case FOREIGN -> foreignShare(seen);
            case INVOLUNTARY_SWITCHES -> perSecond(seen.of(Resource.SWITCHES_INVOLUNTARY), seen.processorTime());
            case MAJOR_FAULTS -> perSecond(seen.of(Resource.FAULTS_MAJOR), seen.of(Resource.OBSERVED));
            case MINOR_FAULTS ->
                kernelShare(seen) > MOST_OF_KERNEL
                        ? perSecond(seen.of(Resource.FAULTS_MINOR), seen.of(Resource.OBSERVED))
                        : Double.NaN;
        };
    }

    /** With its figure, for people. */
    String describe(Map<String, Double> resources) {
        return String.format(Locale.ROOT, words, worth(resources));
    }

    /** What was used, split as the fork and others used it. */
    private static double foreignShare(SeenResources seen) {
        var foreign = seen.of(Resource.SYSTEM_FOREIGN);
        return seen.of(Resource.SYSTEM_CPU) * SeenResources.ratio(foreign, foreign + seen.of(Resource.CPU_UTILISATION));
    }

    /** In percent of the fork's processor time. */
    private static double kernelShare(SeenResources seen) {
        return PERCENT * SeenResources.ratio(seen.of(Resource.CPU_KERNEL), seen.processorTime());
    }

    private static double perSecond(double events, double millis) {
        return MILLIS_PER_SECOND * SeenResources.ratio(events, millis);
    }
}
