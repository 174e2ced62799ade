package dev.perfbudget.maven.doctor;

import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether waivers can be read, are still in force, and speak of something that is there.
 *
 * @param benchmarks names of all that is measured: class, dot, method
 */
record WaiversInForce(CommittedFiles files, Collection<String> benchmarks, LocalDate today) implements Rule {

    private static final String CURE = "Take it out of the file, or mend it.";

    WaiversInForce {
        benchmarks = List.copyOf(benchmarks);
    }

    @Override
    public String name() {
        return "waivers";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        try {
            return files.readWaivers().stream()
                    .flatMap(waiver -> found(waiver).stream())
                    .toList();
        } catch (IOException unreadable) {
            return List.of(new Finding(
                    Spoils.ALL,
                    "[" + files.waiversFile() + "] cannot be read: " + unreadable.getMessage(),
                    "Mend it, or restore it from version control: nothing is judged until then."));
        }
    }

    private List<Finding> found(Waiver waiver) {
        var findings = new ArrayList<Finding>();
        if (waiver.isExpired(today)) {
            findings.add(Finding.information(
                    "The waiver for [" + waiver.benchmark() + "] has ended [" + waiver.expires() + "].", CURE));
        }
        if (benchmarks.stream().noneMatch(benchmark -> speaksOf(waiver, benchmark))) {
            findings.add(Finding.information(
                    "The waiver for [" + waiver.benchmark() + "] speaks of no benchmark of this module.", CURE));
        }
        return findings;
    }

    /** Whatever its parameters and its metric, which only a run tells. */
    private static boolean speaksOf(Waiver waiver, String benchmark) {
        var anyParameters = waiver.benchmark().replaceFirst("\\{.*", "");
        return new Waiver(anyParameters, "*", waiver.largestRatio(), waiver.reason(), waiver.expires())
                .covers(new SampleId(benchmark, Map.of(), "mean"));
    }
}
