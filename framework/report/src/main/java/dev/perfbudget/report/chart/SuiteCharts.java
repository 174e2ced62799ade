package dev.perfbudget.report.chart;

import dev.perfbudget.model.SampleVerdict;
import java.util.List;
import java.util.Optional;

/** The pictures of an overview. */
public final class SuiteCharts {

    private SuiteCharts() {}

    /** The ratios of all that was compared; empty where fewer than two have one. */
    public static Optional<Chart> ratios(List<NamedSample> samples) {
        return SuiteChart.of(samples);
    }

    /** A ratio with its interval and threshold, as small as a word; empty where no ratio was taken. */
    public static Optional<Chart> ratio(SampleVerdict sample) {
        return RatioChart.small(sample);
    }
}
