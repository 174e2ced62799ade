package dev.perfbudget.judge;

import dev.perfbudget.model.Unit;

/**
 * What two sides of a comparison are converted to, so that less is better and their ratio means something: times and
 * rates to nanoseconds an operation, everything else to the base unit of its dimension. The one place where rates are
 * inverted.
 */
final class CommonUnit {

    private static final double NANOS_PER_SECOND = 1e9;

    private CommonUnit() {}

    static double of(double value, Unit unit) {
        return switch (unit.dimension()) {
            case TIME -> unit.convert(value, Unit.NANOSECONDS);
            case RATE -> NANOS_PER_SECOND / unit.convert(value, Unit.PER_SECOND);
            case MEMORY -> unit.convert(value, Unit.BYTES);
            case SHARE -> unit.convert(value, Unit.PERCENT);
            case COUNT -> unit.convert(value, Unit.COUNT);
        };
    }
}
