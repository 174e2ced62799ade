package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was declared anywhere for one run, by strength: overrides before annotations before the file before
 * defaults.
 *
 * @param overrides {@code -Dperfbudget.…}, strongest first
 * @param benchmarks with what their annotations say
 * @param file content of {@code perfbudget/budgets.properties}
 * @param defaults JUnit configuration parameters and the POM, strongest first
 */
public record Declarations(
        List<DeclaredValues> overrides,
        List<DeclaredBenchmark> benchmarks,
        Optional<BudgetFile> file,
        List<DeclaredValues> defaults) {

    public Declarations {
        overrides = List.copyOf(overrides);
        benchmarks = List.copyOf(benchmarks);
        defaults = List.copyOf(defaults);
    }

    /**
     * A benchmark with what its annotations say.
     *
     * @param annotations nearest first: method, class, superclasses
     */
    public record DeclaredBenchmark(BenchmarkId id, List<DeclaredValues> annotations) {

        public DeclaredBenchmark {
            annotations = List.copyOf(annotations);
        }
    }

    /**
     * The content of a budget file.
     *
     * @param name for people: {@code perfbudget/budgets.properties}
     */
    public record BudgetFile(String name, String content) {}

    /**
     * What holds for this run, every value with its source.
     *
     * @throws WrongDeclarationsException with all problems at once
     */
    public Configuration resolve() {
        var problems = new Problems();
        var settings = new SettingsResolver(problems).resolve(this);
        var resolver = new BudgetResolver(this, problems);
        var budgets = resolver.resolve();
        problems.throwIfAny();
        return new Configuration(settings, budgets, notesOn(resolver.unmatchedPatterns()));
    }

    private List<String> notesOn(List<String> unmatchedPatterns) {
        return file.filter(present -> !unmatchedPatterns.isEmpty())
                .map(present -> List.of(
                        present.name() + ": no benchmark of this run matches " + String.join(", ", unmatchedPatterns)))
                .orElse(List.of());
    }
}
