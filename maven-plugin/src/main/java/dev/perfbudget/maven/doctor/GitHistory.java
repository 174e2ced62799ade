package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import dev.perfbudget.runner.process.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whether the commits that a build may be measured beside are there: a clone that CI makes often has the last one only. */
record GitHistory(Path directory) implements Rule {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "Git history";
    }

    @Override
    public Spoils spoils() {
        return Spoils.PAIRED;
    }

    @Override
    public List<Finding> look() {
        var answer = new Tool(List.of("git", "rev-parse", "--is-shallow-repository"), directory, LONGEST).ask();
        if (answer.isEmpty()) {
            return List.of(Finding.unknown(
                    "[git] cannot be started, so nobody knows which commits there are.",
                    "Install it to measure beside a commit (-Dperfbudget.baseline=git:…)."));
        }
        return answer.get()
                .ifSuccessful()
                .map(said -> said.strip().equals("true") ? List.of(shallow()) : List.<Finding>of())
                .orElseGet(() -> List.of(none()));
    }

    private static Finding shallow() {
        return new Finding(
                Spoils.PAIRED,
                "The clone is shallow [git rev-parse --is-shallow-repository: true]: commits to measure beside are not there.",
                "Fetch them: git fetch --unshallow; docs/paired-ci.md has it for CI servers.");
    }

    private Finding none() {
        return Finding.information(
                "[" + directory + "] is in no Git repository, so it cannot be measured beside a commit.",
                "Nothing to do: -Dperfbudget.baseline also takes a release, a version or a folder of classes.");
    }
}
