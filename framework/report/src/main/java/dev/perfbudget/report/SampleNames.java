package dev.perfbudget.report;

import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names for the samples of one comparison: no longer than it takes to tell them apart. */
final class SampleNames {

    private final boolean isShortUnique;
    private final Set<SampleId> withSeveralModes;

    SampleNames(SuiteComparison comparison) {
        var byShortName = comparison.verdicts().stream()
                .map(sample -> sample.id().benchmark())
                .distinct()
                .collect(Collectors.groupingBy(SampleNames::shortName, Collectors.counting()));
        isShortUnique = byShortName.values().stream().allMatch(count -> count == 1);
        withSeveralModes = comparison.verdicts().stream()
                .collect(Collectors.groupingBy(SampleVerdict::id, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(samples -> samples.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    String of(SampleVerdict sample) {
        var full = sample.id().benchmark();
        var mode = withSeveralModes.contains(sample.id())
                ? sample.mode().map(known -> " [" + known.label() + "]").orElse("")
                : "";
        return (isShortUnique ? shortName(full) : full) + mode;
    }

    /** {@code size=10, kind=a}. */
    static String params(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> param.getKey().isEmpty() ? param.getValue() : param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String shortName(String benchmark) {
        var method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }
}
