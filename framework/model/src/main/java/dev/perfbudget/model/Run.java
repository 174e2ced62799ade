package dev.perfbudget.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One execution of a plan, whole: the content of {@code run.json}.
 *
 * @param id names the run's directory
 * @param module absolute path of the module's directory
 * @param settings every setting in force with the source of its value
 * @param gone benchmarks of the stored baseline that are on the class path no more
 * @param notes what people should know: dropped JVM arguments, contention, debugger, shortened effort
 * @param flaws why its times can neither gate against a stored baseline nor become one; each is a note as well
 * @param pairing the baseline's side, if one was measured beside it
 */
public record Run(
        String id,
        Instant start,
        Instant end,
        String module,
        Environment environment,
        Provenance provenance,
        Map<String, Setting> settings,
        List<BenchmarkRun> benchmarks,
        List<BenchmarkId> gone,
        List<String> notes,
        List<String> flaws,
        Optional<Pairing> pairing) {

    public Run {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        benchmarks = List.copyOf(benchmarks);
        gone = List.copyOf(gone);
        notes = List.copyOf(notes);
        flaws = List.copyOf(flaws);
    }

    /**
     * Whether it was read from a file that knows scores only, as those of other tools do: each run that was measured knows
     * its settings.
     */
    public boolean isImported() {
        return settings.isEmpty();
    }

    /** One that was not measured in blocks. */
    public Run(
            String id,
            Instant start,
            Instant end,
            String module,
            Environment environment,
            Provenance provenance,
            Map<String, Setting> settings,
            List<BenchmarkRun> benchmarks,
            List<BenchmarkId> gone,
            List<String> notes,
            List<String> flaws) {
        this(
                id,
                start,
                end,
                module,
                environment,
                provenance,
                settings,
                benchmarks,
                gone,
                notes,
                flaws,
                Optional.empty());
    }

    /** The same with other benchmarks. */
    public Run withBenchmarks(List<BenchmarkRun> others) {
        return new Run(id, start, end, module, environment, provenance, settings, others, gone, notes, flaws, pairing);
    }

    /** A value as written, and where it was written. */
    public record Setting(String value, String source) {}
}
