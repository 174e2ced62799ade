package dev.perfbudget.runner.execution;

import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.protocol.FromRunner.TurnGranted;

/** How much is measured of a test in place: short, for all tests of a module take their turn in one build. */
final class InPlaceEffort {

    private static final int WARMUP_SLICES = 10;
    private static final int SLICES = 20;

    /** Fewer would give no bounds. */
    private static final int FEWEST_SLICES = 6;

    private InPlaceEffort() {}

    static TurnGranted of(Settings settings) {
        return new TurnGranted(
                settings.ifDeclared(SettingName.WARMUP_ITERATIONS).orElse(WARMUP_SLICES),
                settings.ifDeclared(SettingName.ITERATIONS).orElse(SLICES),
                settings.value(SettingName.ITERATION_TIME).toNanos(),
                FEWEST_SLICES,
                settings.value(SettingName.TIMEOUT).toNanos());
    }

    /** For people and for the environment class: {@code in place, slices of 100 ms}. */
    static String describe(Settings settings) {
        return "in place, slices of "
                + settings.value(SettingName.ITERATION_TIME).toMillis() + " ms";
    }
}
