package dev.perfbudget.report.chart;

import dev.perfbudget.model.Unit;

/**
 * What both directions of a ratio are called.
 *
 * @param smaller what a ratio below 1 is
 * @param larger what a ratio above 1 is
 */
record ChangeNames(String smaller, String larger) {

    static ChangeNames of(Unit unit) {
        return switch (unit.dimension()) {
            case TIME, RATE -> new ChangeNames("faster", "slower");
            case MEMORY, SHARE, COUNT -> new ChangeNames("less", "more");
        };
    }
}
