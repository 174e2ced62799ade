package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Measurements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must be the same on both sides before any number is looked at: every fact of the environment class, the
 * workload's fingerprint, the mode, and what the unit measures. What is not known is taken to be the same; {@link
 * #unknown} says so.
 */
final class Comparability {

    private static final String UNKNOWN = "unknown";

    private final List<Measurements> baseline;
    private final List<Measurements> candidate;
    private final List<Difference> ofEnvironments;

    Comparability(List<Measurements> baseline, List<Measurements> candidate) {
        this.baseline = List.copyOf(baseline);
        this.candidate = List.copyOf(candidate);
        this.ofEnvironments = environments();
    }

    /** All differences of a pair, those of the environments last. */
    List<Difference> differences(SideSample before, SideSample after) {
        var differences = new ArrayList<Difference>();
        mode(before.sample().mode(), after.sample().mode()).ifPresent(differences::add);
        unit(before, after).ifPresent(differences::add);
        among("workload", before.workloads(), after.workloads()).ifPresent(differences::add);
        differences.addAll(ofEnvironments);
        return differences;
    }

    /** The sources of which no environment is known. */
    List<String> unknown() {
        return Stream.concat(baseline.stream(), candidate.stream())
                .filter(side -> side.environment().isEmpty())
                .map(Measurements::source)
                .distinct()
                .toList();
    }

    private static Optional<Difference> mode(Optional<BenchmarkMode> before, Optional<BenchmarkMode> after) {
        return before.flatMap(one ->
                after.filter(other -> other != one).map(other -> new Difference("mode", one.label(), other.label())));
    }

    private static Optional<Difference> unit(SideSample before, SideSample after) {
        var one = before.sample().unit();
        var other = after.sample().unit();
        var isOdd = !before.otherUnits().isEmpty() || !after.otherUnits().isEmpty();
        return one.dimension() == other.dimension() && !isOdd
                ? Optional.empty()
                : Optional.of(new Difference("unit", all(one.symbol(), before), all(other.symbol(), after)));
    }

    private static String all(String unit, SideSample side) {
        return String.join(
                ", ", Stream.concat(Stream.of(unit), side.otherUnits().stream()).toList());
    }

    private List<Difference> environments() {
        var facts = new TreeSet<String>();
        Stream.concat(environmentsOf(baseline), environmentsOf(candidate))
                .forEach(environment -> facts.addAll(environment.defining().keySet()));
        return facts.stream()
                .flatMap(fact -> among(fact, valuesOf(fact, baseline), valuesOf(fact, candidate)).stream())
                .toList();
    }

    private static Stream<Environment> environmentsOf(List<Measurements> side) {
        return side.stream().flatMap(measurements -> measurements.environment().stream());
    }

    private static Set<String> valuesOf(String fact, List<Measurements> side) {
        var values = new TreeSet<String>();
        environmentsOf(side)
                .map(environment -> environment.defining().get(fact))
                .filter(Objects::nonNull)
                .filter(value -> !value.equals(UNKNOWN))
                .forEach(values::add);
        return values;
    }

    /** There is a difference if one side has several values, or both sides have one and not the same. */
    private static Optional<Difference> among(String fact, Set<String> before, Set<String> after) {
        var all = new TreeSet<>(before);
        all.addAll(after);
        return all.size() < 2 ? Optional.empty() : Optional.of(new Difference(fact, join(before), join(after)));
    }

    private static String join(Collection<String> values) {
        return values.isEmpty() ? UNKNOWN : String.join(", ", values);
    }
}
