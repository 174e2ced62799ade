package dev.perfbudget.cli;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.judge.RunOfMeasurements;
import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.RunFile;
import dev.perfbudget.report.chart.ResourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file as a report needs it: a run with everything in it, judged by its own budgets and by what its module has accepted;
 * of any other kind of file each session as a run that has no budget.
 *
 * @param module whose directory {@code perfbudget} a run is judged by; empty for the one that the run names
 */
record ReportedFile(Path path, Optional<Path> module) {

    /** @param resources gets what was sampled during a run, if that lies beside its file */
    List<ReportedRun> read(ResourceLines resources) throws IOException {
        var content =
                new MeasurementFile(path).readContent(new MetricSelection(List.of()), MemoryAllowance.ofThisJvm());
        return content.run().isPresent() ? List.of(run(resources)) : sessions(content.sessions());
    }

    private ReportedRun run(ResourceLines resources) throws IOException {
        RunDirectory.at(path.resolveSibling("")).readResources(resources);
        try (var input = Files.newInputStream(path)) {
            var run = new RunFile(path.toString(), MemoryAllowance.ofThisJvm()).readWhole(input);
            var directory = module.or(() -> FileOptions.path(run.module(), new ArrayList<>()));
            return judged(
                    run,
                    directory.isPresent() ? CommittedFiles.of(directory.get()).read() : Baseline.NONE);
        }
    }

    private List<ReportedRun> sessions(List<Measurements> all) throws IOException {
        var time = Files.getLastModifiedTime(path).toInstant();
        var runs = new ArrayList<ReportedRun>();
        var isOne = all.size() == 1 && sessionsOf(all.get(0)) == 1;
        for (var measurements : all) {
            for (var session = 0; session < sessionsOf(measurements); session++) {
                var name = isOne ? path.toString() : path + ", session " + (runs.size() + 1);
                runs.add(judged(new RunOfMeasurements(measurements, session, time).named(name), Baseline.NONE));
            }
        }
        return runs;
    }

    private static int sessionsOf(Measurements measurements) {
        return measurements.samples().stream()
                .mapToInt(sample -> sample.sessions().size())
                .max()
                .orElse(1);
    }

    private ReportedRun judged(Run run, Baseline baseline) {
        var policy = new Settings(run.settings()).value(SettingName.POLICY);
        return new ReportedRun(path, run, baseline, new Judge(policy).judge(List.of(run), baseline));
    }
}
