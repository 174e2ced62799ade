package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.ControlCheck;
import dev.perfbudget.judge.Suspects;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Waivers;
import java.io.IOException;
import java.util.Collection;
import java.util.SplittableRandom;

/**
 * Measures a plan in blocks: every benchmark until it is decided or hopeless, then what looks regressed afresh. What the
 * baseline does not have is measured alone.
 */
final class BlockMeasurement {

    private final Assignment assignment;
    private final RunInProgress run;
    private final Rounds alone;
    private final LackingBenchmarks lacking;
    private final ControlBlocks control;
    private final BlockRounds rounds;
    private final FurtherBlocks further;

    /** @param alone how forks are measured that take turns with none */
    BlockMeasurement(
            Assignment assignment,
            RunInProgress run,
            Workshop workshop,
            ResourceWatch watch,
            WallCap cap,
            Rounds alone) {
        this.assignment = assignment;
        this.run = run;
        this.alone = alone;
        this.lacking = new LackingBenchmarks(run.paired(), alone);
        var records = run.blocks(watch);
        this.control = new ControlBlocks(
                ForkEffort.ofControl(assignment.settings()),
                assignment.timeoutInTurns(),
                kernel -> workshop.control(kernel)::run,
                (kernel, block) ->
                        run.keepControl(records.assemble(kernel, block).forks()),
                cap,
                new SplittableRandom(~run.seed()));
        this.rounds = new BlockRounds(
                workshop.pairedHosts().orElseThrow()::run,
                records,
                this::betweenBlocks,
                assignment.audience(),
                new BlockLine(names(run.paired())),
                cap,
                assignment.cancellation()::isWished,
                run.seed(),
                assignment.settings().value(SettingName.POLICY) != Policy.EXTEND);
        this.further = new FurtherBlocks(rounds, cap, assignment.audience(), run.notes());
    }

    private void betweenBlocks() throws IOException {
        lacking.runFirst();
        control.runIfDue(run.paired());
    }

    void run(Environment environment) throws IOException {
        var waivers = assignment.baseline().waivers();
        var rules = ComparisonRules.PAIRED.withWaivers(Waivers.onTheDayOf(run.soFar(environment), waivers));
        rounds.run(run.paired(), rules);
        if (isExtending()) {
            further.extend(run.paired(), run.judge(environment), rules);
        }
        if (!assignment.cancellation().isWished()) {
            further.confirm(run.paired(), Suspects.of(run.soFar(environment), assignment.baseline()), rules);
        }
        measureAlone(environment);
        run.paired().forEach(benchmark -> benchmark.troubles().forEach(run.notes()::add));
        new DisturbedBlocks(run.paired().stream().map(PairedBenchmark::forks).toList())
                .note()
                .ifPresent(run.notes()::add);
        new BlockBalance(run.paired()).line().ifPresent(this::say);
        conclude(environment);
    }

    /** What the control says stands in its verdict as well, wherever that is made. */
    private void conclude(Environment environment) {
        control.lack(run.paired()).ifPresent(run.notes()::add);
        var check = ControlCheck.of(run.soFar(environment));
        check.map(ControlCheck::note).ifPresent(assignment::notice);
        check.flatMap(ControlCheck::flaw).ifPresent(run.notes()::addFlaw);
    }

    private void say(String line) {
        assignment.notice(line);
        run.notes().add(line);
    }

    private void measureAlone(Environment environment) throws IOException {
        lacking.runRest();
        if (isExtending()) {
            new FurtherForks(alone, assignment.audience(), run.notes()).extend(lacking.found(), run.judge(environment));
        }
    }

    private boolean isExtending() {
        return assignment.settings().value(SettingName.POLICY) == Policy.EXTEND
                && !assignment.cancellation().isWished();
    }

    private static DisplayNames names(Collection<PairedBenchmark> benchmarks) {
        return new DisplayNames(
                benchmarks.stream().map(benchmark -> benchmark.measured().id()).toList());
    }
}
