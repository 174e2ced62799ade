package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import java.util.Arrays;
import java.util.Locale;

/** What is done with benchmarks, and with tests that have a budget. */
public enum Mode {
    /** Measured and judged. */
    MEASURE,
    /** Called once, not measured. */
    SMOKE,
    /** Skipped, visibly. */
    OFF;

    private static final String SETTING = "mode";

    /**
     * As it was set, or else: a build that runs all its tests calls benchmarks once; whoever selects tests, or runs them
     * in an IDE, wants to see them measured.
     */
    public static Mode of(OutsideSettings settings, BuildTool tool) {
        return settings.value(SETTING)
                .map(text -> parse(text, settings.originOf(SETTING)))
                .orElse(tool.runsAllTests() ? SMOKE : MEASURE);
    }

    private static Mode parse(String text, String origin) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new CannotMeasureException("The setting perfbudget." + SETTING + " (" + origin
                        + ") is [" + text + "]; it must be measure, smoke or off."));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
