package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run like another, but for what a test changes. */
final class ChangedRun {

    private final Run original;
    private Instant start;
    private Instant end;
    private Environment environment;
    private Provenance provenance;
    private List<BenchmarkId> gone;
    private List<String> flaws;
    private Map<String, Run.Setting> settings;

    private ChangedRun(Run original) {
        this.original = original;
        this.start = original.start();
        this.end = original.end();
        this.environment = original.environment();
        this.provenance = original.provenance();
        this.gone = original.gone();
        this.flaws = original.flaws();
        this.settings = original.settings();
    }

    static ChangedRun of(Run original) {
        return new ChangedRun(original);
    }

    /** It took no time. */
    ChangedRun at(Instant moment) {
        start = moment;
        end = moment;
        return this;
    }

    ChangedRun lasting(Duration time) {
        end = start.plus(time);
        return this;
    }

    ChangedRun in(Map<String, String> facts) {
        environment = new Environment(facts, Map.of());
        return this;
    }

    ChangedRun from(Provenance other) {
        provenance = other;
        return this;
    }

    /** Benchmarks of the baseline for which there is no such method any more. */
    ChangedRun gone(List<BenchmarkId> benchmarks) {
        gone = benchmarks;
        return this;
    }

    ChangedRun flaws(List<String> lines) {
        flaws = lines;
        return this;
    }

    ChangedRun setting(String name, String value) {
        settings = Map.of(name, new Run.Setting(value, "-D"));
        return this;
    }

    Run run() {
        return new Run(
                original.id(),
                start,
                end,
                original.module(),
                environment,
                provenance,
                settings,
                original.benchmarks(),
                gone,
                original.notes(),
                flaws,
                original.pairing());
    }
}
