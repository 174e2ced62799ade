package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.input.BoundedInput;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code run.json} that may be large or broken: read fork by fork, and of every fork only what comparing needs is kept:
 * no budgets, of the times of single operations only every iteration's mean, of failures no stack traces.
 *
 * <p>Everything between two forks is read in one piece, which may not be larger than the allowance says.
 */
public final class RunFile {

    private static final List<String> REQUIRED = List.of(
            "id",
            "start",
            "end",
            "module",
            "environment",
            "provenance",
            "settings",
            "gone",
            "notes",
            "flaws",
            "benchmarks");
    private static final List<String> REQUIRED_OF_BENCHMARK = List.of(
            "id",
            "className",
            "methods",
            "threads",
            "workload",
            "plannedForks",
            "confirmationForks",
            "failures",
            "budget",
            "forks");

    private final String source;
    private final MemoryAllowance allowance;
    private final InputProblems problems;
    private final Set<BenchmarkId> seen = new HashSet<>();

    /** @param source the file as it was named, for messages */
    public RunFile(String source, MemoryAllowance allowance) {
        this.source = source;
        this.allowance = allowance;
        this.problems = new InputProblems(source);
    }

    /** The run, or all that is wrong with the file. */
    public Run read(InputStream input) throws IOException {
        var bounded = new BoundedInput(input, source);
        bounded.allow(allowance.mostOfOneValue());
        return JsonSource.read(bounded, source, json -> run(json, bounded));
    }

    /** All that a file holds of which {@link #read} found nothing to be wrong. */
    public Run readWhole(InputStream input) throws IOException {
        return RunJson.parseRun(input.readAllBytes(), source);
    }

    private Run run(JsonSource json, BoundedInput input) throws IOException {
        var rest = Json.MAPPER.createObjectNode();
        var benchmarks = new ArrayList<BenchmarkRun>();
        json.expect(JsonToken.START_OBJECT, "a run");
        while (json.nextField()) {
            if (json.field().equals("benchmarks")) {
                benchmarks.addAll(benchmarks(json, input));
                rest.putArray("benchmarks");
            } else if (json.field().equals("pairing")) {
                ThinPairing.into(rest, json, input, allowance.mostOfOneValue());
            } else {
                readInto(rest, json);
            }
        }
        json.expectEnd();
        Json.requireSchema(rest, source);
        requireAll(rest, REQUIRED, "the run");
        problems.throwIfAny();
        rest.remove("schema");
        return value(rest, Run.class, "the run").withBenchmarks(benchmarks);
    }

    private List<BenchmarkRun> benchmarks(JsonSource json, BoundedInput input) throws IOException {
        var benchmarks = new ArrayList<BenchmarkRun>();
        json.expect(JsonToken.START_ARRAY, "the benchmarks of a run");
        while (json.next() != JsonToken.END_ARRAY) {
            input.allow(allowance.mostOfOneValue());
            json.require(JsonToken.START_OBJECT, "a benchmark");
            benchmark(json, input, json.place()).ifPresent(benchmarks::add);
        }
        input.allow(allowance.mostOfOneValue());
        return benchmarks;
    }

    /** Empty if something is wrong with it, which is added to the problems. */
    private Optional<BenchmarkRun> benchmark(JsonSource json, BoundedInput input, String place) throws IOException {
        var rest = Json.MAPPER.createObjectNode();
        var forks = new ArrayList<Fork>();
        while (json.nextField()) {
            if (json.field().equals("forks")) {
                forks.addAll(forks(json, input));
                rest.putArray("forks");
            } else {
                readInto(rest, json);
            }
        }
        if (!requireAll(rest, REQUIRED_OF_BENCHMARK, place)) {
            return Optional.empty();
        }
        var benchmark = thin(value(rest, BenchmarkRun.class, place), forks);
        check(benchmark, place);
        allowance.takeSample(source);
        allowance.takeText((benchmark.id() + benchmark.workload()).length(), source);
        return Optional.of(benchmark);
    }

    private List<Fork> forks(JsonSource json, BoundedInput input) throws IOException {
        var forks = new ArrayList<Fork>();
        json.expect(JsonToken.START_ARRAY, "the forks of a benchmark");
        while (json.next() != JsonToken.END_ARRAY) {
            input.allow(allowance.mostOfOneValue());
            json.require(JsonToken.START_OBJECT, "a fork");
            var place = json.place();
            forks.add(ThinFork.of(json.parser().readValueAs(Fork.class), allowance, source, place));
        }
        input.allow(allowance.mostOfOneValue());
        return forks;
    }

    private void check(BenchmarkRun benchmark, String place) {
        if (!seen.add(benchmark.id())) {
            problems.add(place, "[" + benchmark.id() + "] stands here a second time.");
        }
        var indices = new HashSet<Integer>();
        for (var fork : benchmark.forks()) {
            if (!fork.benchmark().equals(benchmark.id())) {
                problems.add(place, "[" + benchmark.id() + "] has a fork of [" + fork.benchmark() + "].");
            }
            if (!indices.add(fork.index())) {
                problems.add(place, "[" + benchmark.id() + "] has fork [" + fork.index() + "] a second time.");
            }
        }
    }

    private static BenchmarkRun thin(BenchmarkRun benchmark, List<Fork> forks) {
        return new BenchmarkRun(
                benchmark.id(),
                benchmark.className(),
                List.of(),
                benchmark.threads(),
                benchmark.workload(),
                new Budget(List.of(), Optional.empty()),
                benchmark.plannedForks(),
                benchmark.confirmationForks(),
                forks,
                benchmark.failures().stream().map(RunFile::thin).toList());
    }

    private static ForkFailure thin(ForkFailure failure) {
        return new ForkFailure(failure.index(), failure.kind(), failure.message(), "");
    }

    private <T> T value(ObjectNode tree, Class<T> type, String place) throws UnreadableFileException {
        try {
            return Json.MAPPER.treeToValue(tree, type);
        } catch (JacksonException broken) {
            throw new UnreadableFileException("[" + source + "] " + place + ": " + BrokenJson.why(broken), broken);
        }
    }

    private static void readInto(ObjectNode object, JsonSource json) throws IOException {
        var name = json.field();
        json.next();
        object.set(name, json.parser().readValueAsTree());
    }

    private boolean requireAll(ObjectNode object, List<String> names, String place) {
        var missing =
                names.stream().filter(name -> object.path(name).isMissingNode()).toList();
        missing.forEach(name -> problems.add(place, "[" + name + "] is missing. Measure again, or restore the file."));
        return missing.isEmpty();
    }
}
