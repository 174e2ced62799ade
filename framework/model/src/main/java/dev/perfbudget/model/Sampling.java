package dev.perfbudget.model;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether resources are read while forks run, and how often.
 *
 * @param period between two readings, which their cost may stretch; absent if nothing is read
 */
public record Sampling(Optional<Duration> period) {

    /** Its name among the facts of an environment. */
    public static final String FACT = "sampling";

    /** Among these facts: what could not be read, and why. */
    public static final String FAILURES = "sampling.failures";

    private static final String OFF = "off";

    static Optional<Sampling> parse(String text) {
        return text.equals(OFF)
                ? Optional.of(new Sampling(Optional.empty()))
                : SettingName.duration(text).map(period -> new Sampling(Optional.of(period)));
    }

    /** Whether nothing was read in an environment. */
    public static boolean isOffIn(Environment environment) {
        return OFF.equals(environment.descriptive().get(FACT));
    }

    /** {@code off}, or {@code every 1 s}. */
    @Override
    public String toString() {
        return period.map(time -> "every " + new Quantity(time.toNanos(), Unit.NANOSECONDS).print())
                .orElse(OFF);
    }
}
