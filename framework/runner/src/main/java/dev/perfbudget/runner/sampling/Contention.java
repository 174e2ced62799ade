package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

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

    /** How much of it a fork shows. */
    double worth(Map<String, Double> resources) {
        return figure(resources).orElse(0);
    }

    /** With its figure, for people. */
    String describe(Map<String, Double> resources) {
        return String.format(Locale.ROOT, words, worth(resources));
    }

    private OptionalDouble figure(Map<String, Double> resources) {
        return switch (this) {
            case STEAL -> value(resources, Resource.SYSTEM_STEAL);
            case FOREIGN -> foreignShare(resources);
            case INVOLUNTARY_SWITCHES ->
                perSecond(value(resources, Resource.SWITCHES_INVOLUNTARY), processorTime(resources));
            case MAJOR_FAULTS ->
                perSecond(value(resources, Resource.FAULTS_MAJOR), value(resources, Resource.OBSERVED));
            case MINOR_FAULTS ->
                kernelShare(resources).orElse(0) > MOST_OF_KERNEL
                        ? perSecond(value(resources, Resource.FAULTS_MINOR), value(resources, Resource.OBSERVED))
                        : OptionalDouble.empty();
        };
    }

    private static OptionalDouble value(Map<String, Double> resources, Resource resource) {
        var value = resources.get(resource.label());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What was used, split as the fork and others used it. */
    private static OptionalDouble foreignShare(Map<String, Double> resources) {
        var busy = value(resources, Resource.SYSTEM_CPU);
        var foreign = value(resources, Resource.SYSTEM_FOREIGN);
        var own = value(resources, Resource.CPU_UTILISATION);
        if (busy.isEmpty() || foreign.isEmpty() || own.isEmpty()) {
            return OptionalDouble.empty();
        }
        var all = foreign.getAsDouble() + own.getAsDouble();
        return all > 0 ? OptionalDouble.of(busy.getAsDouble() * foreign.getAsDouble() / all) : OptionalDouble.empty();
    }

    /** In percent of the fork's processor time. */
    private static OptionalDouble kernelShare(Map<String, Double> resources) {
        var kernel = value(resources, Resource.CPU_KERNEL);
        var all = processorTime(resources);
        return kernel.isPresent() && all.orElse(0) > 0
                ? OptionalDouble.of(PERCENT * kernel.getAsDouble() / all.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble processorTime(Map<String, Double> resources) {
        var user = value(resources, Resource.CPU_USER);
        var kernel = value(resources, Resource.CPU_KERNEL);
        return user.isEmpty() || kernel.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(user.getAsDouble() + kernel.getAsDouble());
    }

    private static OptionalDouble perSecond(OptionalDouble events, OptionalDouble millis) {
        return events.isPresent() && millis.orElse(0) > 0
                ? OptionalDouble.of(events.getAsDouble() / millis.getAsDouble() * MILLIS_PER_SECOND)
                : OptionalDouble.empty();
    }
}
