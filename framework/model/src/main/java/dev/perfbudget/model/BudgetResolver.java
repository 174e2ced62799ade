package dev.perfbudget.model;

import dev.perfbudget.model.Declarations.DeclaredBenchmark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds each benchmark's budget from the layers that speak of it, strongest first. */
final class BudgetResolver {

    private final Problems problems;
    private final LayerParser parser;
    private final List<Layer> overrides;
    private final List<Layer> defaults;
    private final List<PatternLayer> patterns;
    private final List<DeclaredBenchmark> benchmarks;
    private final ContradictionCheck contradictions;
    private final Set<Limit> taken = new HashSet<>();
    private final Set<Limit> passedOver = new LinkedHashSet<>();

    private record PatternLayer(BudgetPattern pattern, Layer layer) {}

    BudgetResolver(Declarations declarations, Problems problems) {
        this.problems = problems;
        this.parser = new LayerParser(problems);
        this.contradictions = new ContradictionCheck(problems);
        this.benchmarks = declarations.benchmarks();
        this.overrides = generalLayers(declarations.overrides());
        this.patterns = declarations.file().map(this::patternLayers).orElse(List.of());
        this.defaults = generalLayers(declarations.defaults());
    }

    Map<BenchmarkId, Budget> resolve() {
        var budgets = new LinkedHashMap<BenchmarkId, Budget>();
        benchmarks.forEach(benchmark -> budgets.put(benchmark.id(), budgetOf(benchmark)));
        passedOver.stream()
                .filter(limit -> !taken.contains(limit))
                .forEach(limit -> problems.add(limit.source(), limits(limit) + "given by no benchmark of this run."));
        return budgets;
    }

    /** Patterns of the budget file that match none of the benchmarks. */
    List<String> unmatchedPatterns() {
        return patterns.stream()
                .map(PatternLayer::pattern)
                .filter(pattern -> benchmarks.stream().noneMatch(benchmark -> pattern.matches(benchmark.id())))
                .map(BudgetPattern::text)
                .toList();
    }

    private List<Layer> generalLayers(List<DeclaredValues> places) {
        return places.stream()
                .map(place -> Entry.of(place).stream()
                        .filter(entry -> LayerParser.isAttribute(entry.name()))
                        .toList())
                .map(entries -> parser.parse(entries, true))
                .toList();
    }

    private List<PatternLayer> patternLayers(Declarations.BudgetFile file) {
        var layers = new ArrayList<PatternLayer>();
        new BudgetFileParser(file, problems)
                .entries()
                .forEach((pattern, entries) -> layers.add(new PatternLayer(pattern, parser.parse(entries, false))));
        layers.sort(
                Comparator.comparingInt((PatternLayer layer) -> layer.pattern().specificity())
                        .reversed());
        return layers;
    }

    private Budget budgetOf(DeclaredBenchmark benchmark) {
        var matching = patterns.stream()
                .filter(layer -> layer.pattern().matches(benchmark.id()))
                .toList();
        requireOrder(matching, benchmark.id());
        var layers = Stream.of(
                        overrides.stream(),
                        benchmark.annotations().stream().map(this::annotationLayer),
                        matching.stream().map(PatternLayer::layer),
                        defaults.stream())
                .flatMap(stream -> stream)
                .toList();
        var limits = limitsOf(benchmark.id(), layers);
        contradictions.check(limits);
        return new Budget(limits, slowdownOf(layers));
    }

    private Layer annotationLayer(DeclaredValues annotation) {
        var entries = Entry.of(annotation);
        entries.stream()
                .filter(entry -> !LayerParser.isAttribute(entry.name()))
                .forEach(entry -> problems.add(
                        entry.where(),
                        "[" + entry.name() + "] is not an attribute of a budget."
                                + Suggestion.of(entry.name(), LayerParser.attributes())));
        return parser.parse(
                entries.stream()
                        .filter(entry -> LayerParser.isAttribute(entry.name()))
                        .toList(),
                false);
    }

    private List<Limit> limitsOf(BenchmarkId benchmark, List<Layer> layers) {
        var decided = new HashSet<Metric>();
        var limits = new ArrayList<Limit>();
        for (var layer : layers) {
            var undecided = layer.limits().entrySet().stream()
                    .filter(entry -> decided.add(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream());
            undecided
                    .filter(limit -> isGiven(limit, benchmark, layer.isGeneral()))
                    .forEach(limits::add);
        }
        limits.sort(Comparator.comparingInt(limit -> limit.metric().order()));
        return limits;
    }

    private static Optional<Slowdown> slowdownOf(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.slowdown().stream())
                .findFirst()
                .orElse(Optional.of(Slowdown.BUILT_IN));
    }

    /** Whether a benchmark gives what is limited; if it should but cannot, that is a problem. */
    private boolean isGiven(Limit limit, BenchmarkId benchmark, boolean isGeneral) {
        if (!(limit.metric() instanceof StandardMetric metric) || metric.isGivenBy(benchmark.mode())) {
            taken.add(limit);
            return true;
        }
        if (metric.isRecorded() && (isGeneral || isGivenInAnotherMode(metric, benchmark))) {
            // An ordinary test is alone in its declarations: others of its module may well give it.
            if (benchmark.mode() != BenchmarkMode.IN_PLACE) {
                passedOver.add(limit);
            }
            return false;
        }
        problems.add(limit.source(), limits(limit) + whyUngiven(metric, benchmark));
        return false;
    }

    private boolean isGivenInAnotherMode(StandardMetric metric, BenchmarkId benchmark) {
        return benchmarks.stream()
                .map(DeclaredBenchmark::id)
                .filter(other -> other.name().equals(benchmark.name()))
                .anyMatch(other -> metric.isGivenBy(other.mode()));
    }

    private static String limits(Limit limit) {
        return "[" + limit + "] limits [" + limit.metric().label() + "], which is ";
    }

    private static String whyUngiven(StandardMetric metric, BenchmarkId benchmark) {
        if (metric == StandardMetric.RSS) {
            return "not given by [" + benchmark
                    + "]. Memory is read of forks only, not of a test JVM: limit it on a JMH benchmark.";
        }
        return metric.isRecorded()
                ? "not given by [" + benchmark
                        + "]. Single operations are timed in the modes sample and ss only: use one of them, or limit [mean]."
                : "given by no JMH benchmark. This version does not record it: remove the limit.";
    }

    /** Of patterns that are equally specific none is stronger: what they say must not differ. */
    private void requireOrder(List<PatternLayer> matching, BenchmarkId benchmark) {
        for (var one = 0; one < matching.size(); one++) {
            for (var other = one + 1; other < matching.size(); other++) {
                if (matching.get(one).pattern().specificity()
                        == matching.get(other).pattern().specificity()) {
                    requireAgreement(matching.get(one), matching.get(other), benchmark);
                }
            }
        }
    }

    private void requireAgreement(PatternLayer one, PatternLayer other, BenchmarkId benchmark) {
        one.layer().limits().forEach((metric, limits) -> {
            var others = other.layer().limits().get(metric);
            if (others != null) {
                var sources = Stream.concat(limits.stream(), others.stream()).map(Limit::source);
                contradict(sources, one, other, metric.label(), benchmark);
            }
        });
        if (one.layer().slowdown().isPresent() && other.layer().slowdown().isPresent()) {
            var sources = Stream.of(one, other)
                    .flatMap(layer -> layer.layer().slowdown().stream().flatMap(Optional::stream))
                    .map(Slowdown::source);
            contradict(sources, one, other, "slowdown", benchmark);
        }
    }

    private void contradict(
            Stream<String> sources, PatternLayer one, PatternLayer other, String what, BenchmarkId benchmark) {
        problems.add(
                sources.collect(Collectors.joining(" and ")),
                "[" + one.pattern().text() + "] and [" + other.pattern().text() + "] both limit [" + what + "] of ["
                        + benchmark + "], and neither pattern is more specific. Make one so.");
    }
}
