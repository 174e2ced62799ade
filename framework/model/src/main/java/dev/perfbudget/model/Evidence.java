package dev.perfbudget.model;

import java.util.Optional;

/** What stands behind the state of a limit: data with numbers, in the limit's unit. */
public sealed interface Evidence {

    /** The measured value, if there is one. */
    Optional<Quantity> value();

    /** Between what it lies, if that is known. */
    Optional<Bounds> bounds();

    /**
     * Two one-sided bounds.
     *
     * @param lower the metric is above it with probability {@code level}
     * @param upper the metric is below it with probability {@code level}
     */
    record Bounds(Quantity lower, Quantity upper, double level) {}

    /**
     * Several forks, one number each; bounds over forks.
     *
     * @param measured geometric mean of the forks' numbers
     */
    record OverForks(Quantity measured, Bounds over, int forks) implements Evidence {

        @Override
        public Optional<Quantity> value() {
            return Optional.of(measured);
        }

        @Override
        public Optional<Bounds> bounds() {
            return Optional.of(over);
        }
    }

    /** One fork only: bounds from batches of its iterations, which speak of this JVM alone. */
    record ThisJvmOnly(Quantity measured, Bounds over) implements Evidence {

        @Override
        public Optional<Quantity> value() {
            return Optional.of(measured);
        }

        @Override
        public Optional<Bounds> bounds() {
            return Optional.of(over);
        }
    }

    /** A number with too little behind it for any bound. */
    record PointOnly(Quantity measured, int forks) implements Evidence {

        @Override
        public Optional<Quantity> value() {
            return Optional.of(measured);
        }

        @Override
        public Optional<Bounds> bounds() {
            return Optional.empty();
        }
    }

    /**
     * A number that is exact by nature, and forks that agree on it.
     *
     * @param measured median of the forks' numbers
     */
    record Exact(Quantity measured, int forks) implements Evidence {

        @Override
        public Optional<Quantity> value() {
            return Optional.of(measured);
        }

        @Override
        public Optional<Bounds> bounds() {
            return Optional.empty();
        }
    }

    /** Nothing was measured. The reason is for people. */
    record Nothing(String reason) implements Evidence {

        @Override
        public Optional<Quantity> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Bounds> bounds() {
            return Optional.empty();
        }
    }
}
