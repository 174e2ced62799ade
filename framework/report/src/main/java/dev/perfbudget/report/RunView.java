package dev.perfbudget.report;

import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how one module was measured.
 *
 * @param provenance code, time, build
 * @param defining facts of the environment that make measurements comparable
 * @param descriptive its other facts
 */
public record RunView(
        String module, List<Fact> provenance, List<Fact> defining, List<Fact> descriptive, List<SettingRow> settings) {

    private static final int SHORT_HASH = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A setting in force, and where its value was written. */
    public record SettingRow(String name, String value, String source) {}

    static RunView of(Run run) {
        return new RunView(
                run.module(),
                provenance(run),
                facts(run.environment().defining()),
                facts(run.environment().descriptive()),
                run.settings().entrySet().stream()
                        .map(setting -> new SettingRow(
                                "perfbudget." + setting.getKey(),
                                setting.getValue().value(),
                                setting.getValue().source()))
                        .toList());
    }

    /** {@code 2026-11-21 10:15:00 UTC}. */
    static String started(Run run) {
        return TIME.format(run.start());
    }

    /** {@code 3 min 20 s}. */
    static String duration(Run run) {
        return Texts.duration(Duration.between(run.start(), run.end()));
    }

    /** {@code 1a2b3c4d5e6f with uncommitted changes}, if there is a commit, or that git could not say. */
    static List<Fact> commit(Provenance provenance) {
        var changes = provenance.dirty() ? " with uncommitted changes" : "";
        return provenance
                .commit()
                .map(commit -> commit.substring(0, Math.min(SHORT_HASH, commit.length())) + changes)
                .or(() -> provenance.dirty() ? Optional.of("unknown: git could not say") : Optional.empty())
                .map(words -> Fact.of("Commit", words))
                .stream()
                .toList();
    }

    private static List<Fact> provenance(Run run) {
        var provenance = run.provenance();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Run", run.id()));
        facts.add(Fact.of("Started", started(run)));
        if (!run.isImported()) {
            facts.add(Fact.of("Took", duration(run)));
        }
        facts.addAll(commit(provenance));
        provenance.branch().ifPresent(branch -> facts.add(Fact.of("Branch", branch)));
        provenance.ciSystem().ifPresent(system -> facts.add(Fact.of("Built by", system)));
        provenance.buildUrl().ifPresent(address -> facts.add(Fact.ofAddress("Build", address)));
        return facts;
    }

    private static List<Fact> facts(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> Fact.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
