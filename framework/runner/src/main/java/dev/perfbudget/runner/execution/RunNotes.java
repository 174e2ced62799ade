package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Effort;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.runner.sampling.ContendedForks;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people should know of a run beside its numbers; each said once, in order. */
final class RunNotes {

    private static final List<String> DEBUGGERS =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-Xdebug");

    private final Set<String> lines = new LinkedHashSet<>();
    private final Set<String> flaws = new LinkedHashSet<>();

    void add(String line) {
        lines.add(line);
    }

    void addAll(Collection<String> more) {
        lines.addAll(more);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Those of the lines that keep the run from gating against a stored baseline, and from becoming one. */
    List<String> flaws() {
        return List.copyOf(flaws);
    }

    void addFlaw(String line) {
        lines.add(line);
        flaws.add(line);
    }

    /** What the test JVM has and forks must not have. */
    void droppedArguments(Plan plan) {
        var dropped = plan.droppedJvmArguments();
        if (!dropped.isEmpty()) {
            add("JVM arguments of the test JVM that forks do not get: " + dropped);
        }
        var agents = dropped.stream().filter(RunNotes::isAgent).toList();
        if (!agents.isEmpty()) {
            addFlaw("Not for gating: a debugger or an agent was attached to the test JVM " + agents);
        }
    }

    private static boolean isAgent(String argument) {
        return DEBUGGERS.stream().anyMatch(argument::startsWith);
    }

    /** What a test JVM has that is measured in. */
    void ownArguments(List<String> arguments) {
        var agents = arguments.stream().filter(RunNotes::isAgent).toList();
        if (!agents.isEmpty()) {
            addFlaw("Not for gating: measured in place in a test JVM with a debugger or an agent " + agents);
        }
    }

    /** What whoever started the run knows of that runs beside it. */
    void contended(Settings settings) {
        settings.ifDeclared(SettingName.CONTENDED)
                .ifPresent(by ->
                        addFlaw("Not for gating: measured beside other work, so times may come out too long: " + by));
    }

    /** Forks that were disturbed, by what was seen of them from outside. */
    void contendedForks(Collection<Fork> forks) {
        var names =
                new DisplayNames(forks.stream().map(Fork::benchmark).distinct().toList());
        new ContendedForks(forks, id -> names.of(id).strip()).note().ifPresent(this::add);
    }

    /** Declared settings that this effort has no use for. */
    void unusedSettings(Settings settings) {
        if (settings.value(SettingName.EFFORT) != Effort.JMH) {
            return;
        }
        var unused = Stream.of(SettingName.ITERATIONS, SettingName.WARMUP_ITERATIONS, SettingName.ITERATION_TIME)
                .filter(name -> settings.ifDeclared(name).isPresent())
                .toList();
        if (!unused.isEmpty()) {
            add("No effect under perfbudget.effort=jmh, which takes them from JMH's annotations: " + unused);
        }
    }

    /** What a block has to share: one side waits, but both JVMs compile and collect. */
    void sharedProcessor(int processors) {
        if (processors == 1) {
            add("There is only one processor, which both forks of a block share with their compilers and garbage"
                    + " collectors: blocks take longer for it.");
        }
    }

    /** Counts of forks, which blocks have no use for: those of {@code @Fork} would be in force under this effort. */
    void unusedForkCounts(Settings settings) {
        var unused = Stream.of(
                        settings.ifDeclared(SettingName.FORKS).map(count -> SettingName.FORKS.toString()),
                        Optional.of("@Fork").filter(fork -> settings.value(SettingName.EFFORT) == Effort.JMH))
                .flatMap(Optional::stream)
                .toList();
        if (!unused.isEmpty()) {
            add("No effect beside a baseline, where there are as many blocks as verdicts take, within the time: "
                    + unused);
        }
    }

    /** Benchmarks that JMH would not fork at all. */
    void notForked(Collection<MeasuredBenchmark> benchmarks, Settings settings) {
        var inside = benchmarks.stream()
                .filter(benchmark -> benchmark.planned().annotatedForks() == 0)
                .map(benchmark -> benchmark.id().shortName())
                .collect(Collectors.joining(", "));
        if (settings.value(SettingName.EFFORT) == Effort.JMH && !inside.isEmpty()) {
            add("@Fork(0) was measured in one fork, which is what a measurement needs: " + inside);
        }
    }

    /** A last fork may end beyond the cap: how long it takes is known only afterwards. */
    void outlasted(WallCap cap, SettingName<Duration> rules) {
        if (!cap.allows(Duration.ZERO)) {
            add("Measuring took %s, longer than the %s that %s allows"
                    .formatted(PlanLine.text(cap.elapsed()), PlanLine.text(cap.cap()), rules));
        }
    }

    /**
     * Benchmarks that were left with fewer forks than planned.
     *
     * @param rules the setting that says how long measuring may take
     */
    void cutShort(Collection<MeasuredBenchmark> benchmarks, Duration cap, SettingName<Duration> rules) {
        var shortened = benchmarks.stream()
                .filter(benchmark -> benchmark.isOpen() && !benchmark.forks().isEmpty())
                .map(benchmark -> "%s (%d of %d)"
                        .formatted(benchmark.id().shortName(), benchmark.forks().size(), benchmark.plannedForks()))
                .collect(Collectors.joining(", "));
        if (!shortened.isEmpty()) {
            add("Fewer forks than planned within the module's time of %s (%s): %s"
                    .formatted(PlanLine.text(cap), rules, shortened));
        }
    }
}
