package dev.perfbudget.maven;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.VerdictJson;
import dev.perfbudget.report.chart.ResourceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the judge says of the runs of one module.
 *
 * @param directories of the runs
 * @param runs in the same order
 * @param verdicts of which each speaks of one run
 * @param audits the last one of the module's gate, as reports ask for it
 * @param resources what was sampled during the runs
 */
record JudgedModule(
        List<Path> directories,
        List<Run> runs,
        List<SuiteVerdict> verdicts,
        Map<String, Audit> audits,
        ResourceLines resources) {

    JudgedModule {
        directories = List.copyOf(directories);
        runs = List.copyOf(runs);
        verdicts = List.copyOf(verdicts);
        audits = Map.copyOf(audits);
    }

    /**
     * Judges.
     *
     * @param module directory of the module
     * @param directories of its runs, at least one
     */
    static JudgedModule of(Path module, List<Path> directories) throws IOException {
        var baseline = CommittedFiles.of(module).read();
        var runs = new ArrayList<Run>();
        var verdicts = new ArrayList<SuiteVerdict>();
        var audits = new HashMap<String, Audit>();
        var resources = new ResourceLines();
        for (var directory : directories) {
            var run = RunDirectory.at(directory).readRun();
            // By the policy that the runner judged it by, so that both say the same.
            var policy = new Settings(run.settings()).value(SettingName.POLICY);
            runs.add(run);
            verdicts.add(new Judge(policy).judge(List.of(run), baseline));
            baseline.audit().ifPresent(audit -> audits.put(run.module(), audit));
            RunDirectory.at(directory).readResources(resources);
        }
        return new JudgedModule(directories, runs, verdicts, audits, resources);
    }

    /** The decision about all of it. */
    SuiteVerdict suite() {
        return SuiteVerdict.together(verdicts);
    }

    /**
     * Writes {@code verdict.json} of each run.
     *
     * @param unmeasured what is in none of the runs
     */
    void write(List<String> unmeasured) throws IOException {
        for (var index = 0; index < directories.size(); index++) {
            RunDirectory.at(directories.get(index))
                    .write(verdicts.get(index).without(unmeasured), new VerdictJson(Sentences::reason));
        }
    }
}
