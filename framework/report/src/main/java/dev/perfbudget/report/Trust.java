package dev.perfbudget.report;

import dev.perfbudget.judge.ControlCheck;
import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.statistics.Steadiness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runs and verdicts of a suite know of their own worth. */
final class Trust {

    private static final List<String> MACHINE =
            List.of("cpu.model", "cpu.logical", "cpu.cores", "cpu.quota", "memory.class", "container");
    private static final List<String> JVM = List.of("jdk.build", "jdk", "jdk.vendor", "gc", "heap.max");
    private static final Map<String, String> SUFFIXES =
            Map.of("cpu.logical", " processors", "cpu.cores", " processors", "heap.max", " heap");

    private final ReportContent content;
    private final List<TrustFact> facts = new ArrayList<>();

    Trust(ReportContent content) {
        this.content = content;
    }

    List<TrustFact> facts() {
        add("Machine", distinct(MACHINE), Tone.NEUTRAL);
        add("JVM", distinct(JVM), Tone.NEUTRAL);
        var measured = content.runs().stream().filter(run -> !run.isImported()).toList();
        if (!measured.isEmpty()) {
            flaws(measured);
            steadiness(measured);
        }
        var pairings = content.runs().stream()
                .flatMap(run -> run.pairing().stream())
                .filter(pairing -> pairing.absence().isEmpty())
                .toList();
        if (!pairings.isEmpty()) {
            control();
            disturbed(pairings);
        }
        detectable();
        falseAlarms();
        if (!measured.isEmpty()) {
            audit();
        }
        return List.copyOf(facts);
    }

    private void add(String name, String words, Tone tone) {
        if (!words.isEmpty()) {
            facts.add(new TrustFact(name, words, tone.label()));
        }
    }

    private String distinct(List<String> wanted) {
        return content.runs().stream()
                .map(run -> described(run.environment().defining(), wanted))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String described(Map<String, String> environment, List<String> wanted) {
        return wanted.stream()
                .filter(environment::containsKey)
                .filter(fact -> !Objects.equals(environment.get(fact), "none"))
                .map(fact -> environment.get(fact) + SUFFIXES.getOrDefault(fact, ""))
                .collect(Collectors.joining(", "));
    }

    private void flaws(List<Run> measured) {
        var flaws = measured.stream()
                .flatMap(run -> run.flaws().stream())
                .distinct()
                .collect(Collectors.joining(" "));
        add("Fit for gating", flaws.isEmpty() ? "yes, nothing is known that spoils it" : flaws, tone(flaws.isEmpty()));
    }

    private static Tone tone(boolean isGood) {
        return isGood ? Tone.GOOD : Tone.BAD;
    }

    /** Of both sides: verdicts stand on the baseline's forks as much. */
    private void steadiness(List<Run> measured) {
        var forks = measured.stream()
                .flatMap(run -> RunForks.of(run).both())
                .map(Fork::steadiness)
                .toList();
        var steady = forks.stream().filter(Steadiness::steady).count();
        if (!forks.isEmpty()) {
            add(
                    "Steady forks",
                    steady == forks.size()
                            ? "all " + forks.size()
                            : steady + " of " + forks.size() + "; the others never got level, and count all the same",
                    steady == forks.size() ? Tone.GOOD : Tone.OPEN);
        }
    }

    private void control() {
        var checks = content.runs().stream()
                .map(ControlCheck::of)
                .flatMap(Optional::stream)
                .toList();
        if (checks.isEmpty()) {
            add("Control", "none: the measurement was too short for blocks of the calibration kernel", Tone.NEUTRAL);
        }
        for (var check : checks) {
            add("Control", check.note().replaceFirst("^Control: ", ""), tone(!check.isMoved()));
        }
    }

    private void disturbed(List<Pairing> pairings) {
        var blocks = pairings.stream()
                .flatMap(pairing -> pairing.benchmarks().stream())
                .flatMap(paired -> paired.disturbed().stream())
                .toList();
        var again =
                blocks.stream().filter(block -> block.replaced().isPresent()).count();
        var kept = blocks.size() - again;
        add(
                "Disturbed blocks",
                blocks.isEmpty() ? "none" : again + " measured again, " + kept + " kept and labelled",
                kept == 0 ? Tone.GOOD : Tone.OPEN);
    }

    private void detectable() {
        var known = compared()
                .filter(sample -> detectable(sample).isPresent())
                .sorted(Comparator.comparingDouble(sample -> detectable(sample).orElseThrow()))
                .toList();
        if (known.isEmpty()) {
            return;
        }
        var least = known.get(0);
        var most = known.get(known.size() - 1);
        add(
                "Finds",
                words(least)
                        + (known.size() == 1 ? "" : " at best, " + words(most) + " at worst")
                        + ", in four of five cases",
                Tone.NEUTRAL);
    }

    private static String words(SampleVerdict sample) {
        return "+" + Texts.percent(detectable(sample).orElseThrow(), 2) + " ("
                + sample.id().metric() + " of " + name(sample) + ")";
    }

    private static String name(SampleVerdict sample) {
        return sample.key()
                .benchmark()
                .map(BenchmarkId::shortName)
                .orElse(sample.id().benchmark());
    }

    private static Optional<Double> detectable(SampleVerdict sample) {
        return sample.verdict().compared().map(Comparison::detectable).stream()
                .flatMap(share -> share.stream().boxed())
                .findFirst();
    }

    private Stream<SampleVerdict> compared() {
        return content.suite().benchmarks().stream()
                .map(BenchmarkVerdict::compared)
                .flatMap(List::stream);
    }

    private void falseAlarms() {
        add(
                "False alarms",
                Sentences.falseAlarms(content.suite()).orElse("none: no limit is set, and nothing was compared"),
                Tone.NEUTRAL);
    }

    private void audit() {
        var notes = content.auditNotes();
        if (notes.isEmpty()) {
            add("Last audit", "never; mvn perfbudget:audit measures the module beside itself", Tone.NEUTRAL);
        }
        var ofSeveral = content.runs().stream().map(Run::module).distinct().count() > 1;
        notes.forEach((module, sentences) -> sentences.forEach(words ->
                add(ofSeveral ? "Last audit of " + SiteView.module(module) : "Last audit", words, Tone.NEUTRAL)));
    }
}
