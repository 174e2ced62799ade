package dev.perfbudget.report.github;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines for the log of a job of GitHub Actions, which shows them in a pull request beside the code: an error for each
 * benchmark that fails, a warning for each that passes with something open or waived.
 */
public final class Annotations {

    /** GitHub shows no more errors, and no more warnings, of one step. */
    private static final int MOST = 10;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final String OURS = "PerfBudget";

    private final SuiteVerdict suite;
    private final List<BenchmarkVerdict> failed;
    private final List<BenchmarkVerdict> open;

    public Annotations(SuiteVerdict suite) {
        this.suite = suite;
        this.failed = suite.benchmarks().stream()
                .filter(benchmark -> benchmark.outcome() != Outcome.PASSED)
                .toList();
        this.open = suite.benchmarks().stream()
                .filter(benchmark -> benchmark.outcome() == Outcome.PASSED && isOpen(benchmark))
                .toList();
    }

    /** Which benchmarks there is something to say about. */
    public Set<BenchmarkId> benchmarks() {
        return Stream.concat(failed.stream(), open.stream())
                .map(BenchmarkVerdict::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The lines, without line ends.
     *
     * @param places where benchmarks are written, as far as that is known
     */
    public List<String> lines(Function<BenchmarkVerdict, Optional<SourceLine>> places) {
        var errors = Stream.concat(
                        failed.stream().map(benchmark -> about("error", benchmark, places)),
                        suite.gone().stream().map(sample -> error(Sentences.about(sample))))
                .toList();
        var isUnsaid = errors.isEmpty() && suite.outcome() != Outcome.PASSED;
        var warnings = open.stream()
                .map(benchmark -> about("warning", benchmark, places))
                .toList();
        return Stream.concat(most(isUnsaid ? List.of(ofSuite()) : errors), most(warnings))
                .map(WorkflowCommand::line)
                .toList();
    }

    private WorkflowCommand ofSuite() {
        return error(Stream.concat(Stream.of(Sentences.about(suite)), suite.notes().stream())
                .collect(Collectors.joining("\n")));
    }

    /** What a build says that has nothing to judge although it should. */
    public static String ofProblem(String message) {
        return error(message).line();
    }

    private static boolean isOpen(BenchmarkVerdict benchmark) {
        return benchmark.isOpen()
                || benchmark.samples().stream()
                        .anyMatch(sample -> sample.waiver().isPresent());
    }

    private static WorkflowCommand about(
            String command, BenchmarkVerdict benchmark, Function<BenchmarkVerdict, Optional<SourceLine>> places) {
        var properties = new LinkedHashMap<String, String>();
        places.apply(benchmark).ifPresent(place -> {
            properties.put("file", place.file());
            properties.put("line", Integer.toString(place.line()));
        });
        properties.put("title", shortened(OURS + ": " + benchmark.id().shortName(), LONGEST_TITLE));
        return new WorkflowCommand(command, properties, shortened(Sentences.about(benchmark), LONGEST_MESSAGE));
    }

    private static WorkflowCommand error(String message) {
        return new WorkflowCommand("error", Map.of("title", OURS), shortened(message, LONGEST_MESSAGE));
    }

    /** The last one that is shown says how many are not. */
    private static Stream<WorkflowCommand> most(List<WorkflowCommand> commands) {
        if (commands.size() <= MOST) {
            return commands.stream();
        }
        var rest = commands.size() - MOST + 1;
        return Stream.concat(
                commands.stream().limit(MOST - 1L),
                Stream.of(new WorkflowCommand(
                        commands.get(0).name(),
                        Map.of("title", OURS),
                        rest + " more like these: GitHub shows no more than " + MOST
                                + " of a step. The step's summary and summary.md have all of them.")));
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
