package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.ExpectedBlocks;
import dev.perfbudget.judge.PairedLook;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.runner.block.PairedHosts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A benchmark of the plan whose forks take turns with the baseline's, and what is known of both sides. */
final class PairedBenchmark {

    private static final int FORKS_OF_BLOCK = 2;

    private final MeasuredBenchmark measured;
    private final Budget budget;
    private final List<Integer> looks;
    private final IterationFit fit;
    private final List<Fork> baseline = new ArrayList<>();
    private final List<DisturbedBlock> disturbed = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final Optional<Iterations> asPlanned;
    private @Nullable String lack;
    private boolean isShortened;
    private int screened;
    private int repeated;
    private boolean confirms;
    private boolean closed;
    private boolean triedAgain;
    private boolean isCutShort;
    private Predicate<SampleKey> metrics = all -> true;
    private @Nullable ExpectedBlocks audited;
    private @Nullable PairedLook latest;

    /**
     * @param looks numbers of blocks of a stage after which it may end
     * @param fit of all blocks but the first
     */
    PairedBenchmark(MeasuredBenchmark measured, Budget budget, List<Integer> looks, IterationFit fit) {
        this.measured = measured;
        this.budget = budget;
        this.looks = looks;
        this.fit = fit;
        this.asPlanned = measured.effort().ours();
        plan(looks.get(0));
    }

    MeasuredBenchmark measured() {
        return measured;
    }

    /** The share by which it may be slower. */
    double threshold() {
        return budget.threshold();
    }

    /** Its noise is expected to be what an audit has seen, if that was on such a machine. */
    void expectNoiseOf(Audit audit, Environment environment) {
        audited = ExpectedBlocks.of(audit, environment, measured.id(), threshold())
                .orElse(null);
    }

    /** How many blocks it takes by that noise; empty if nothing is known. */
    Optional<ExpectedBlocks> audited() {
        return Optional.ofNullable(audited);
    }

    /** How long its blocks will probably take, before there is any; unknown where everything is as annotated. */
    Optional<Duration> expectedBeforehand() {
        return measured.expectedBeforehand().map(fork -> fork.multipliedBy((long) FORKS_OF_BLOCK * blocksToCome()));
    }

    /** Whether it has a block, in whichever stage. */
    boolean isMeasured() {
        return !baseline.isEmpty();
    }

    /** How long its next block will probably take; nothing before the first where everything is as annotated. */
    Duration expected() {
        var fork = isMeasured()
                ? measured.expected()
                : measured.expectedBeforehand().orElse(Duration.ZERO);
        return fork.multipliedBy(FORKS_OF_BLOCK);
    }

    /** Whether its stage needs another block. */
    boolean isOpen() {
        return !closed && lack == null && measured.isOpen();
    }

    /** Blocks of the present stage. */
    int blocks() {
        return baseline.size() - screened;
    }

    /** Whether its present stage is the second. */
    boolean isConfirming() {
        return confirms;
    }

    /** After how many blocks of the present stage it is looked at next. */
    int nextLook() {
        return measured.plannedForks() - screened;
    }

    boolean isBeforeFirstLook() {
        return blocks() < looks.get(0);
    }

    /** What was seen last; empty before the first block. */
    Optional<PairedLook> latest() {
        return Optional.ofNullable(latest);
    }

    boolean isSuspect() {
        return latest().filter(PairedLook::isSuspect).isPresent();
    }

    /** How long it takes to confirm what it looks like, if that is still to come. */
    Duration untilConfirmed() {
        return isSuspect() && !confirms ? expected().multipliedBy(looks.get(0)) : Duration.ZERO;
    }

    /** The same also while it is being confirmed. */
    Duration leftToConfirm() {
        return confirms && isOpen() ? expected().multipliedBy(nextLook() - blocks()) : untilConfirmed();
    }

    /** How long it will probably take until it is decided. */
    Duration untilDecided() {
        return expected().multipliedBy(Math.max(1, blocksUntilDecided()));
    }

    private int blocksUntilDecided() {
        if (isBeforeFirstLook()) {
            return audited().map(found -> found.blocks().orElse(mostBlocks())).orElse(nextLook()) - blocks();
        }
        return latest().filter(PairedLook::isOpen).isPresent() ? moreBlocks() : nextLook() - blocks();
    }

    /** How many blocks its present stage will probably still have; what is hopeless is soon given up. */
    int blocksToCome() {
        if (!isOpen()) {
            return 0;
        }
        return isBeforeFirstLook()
                ? audited().map(found -> found.blocks().orElse(nextLook())).orElse(nextLook()) - blocks()
                : Math.max(1, Math.min(moreBlocks(), mostBlocks() - blocks()));
    }

    private int moreBlocks() {
        return latest().flatMap(PairedLook::comparison)
                .map(Comparison::moreForks)
                .orElse(OptionalInt.empty())
                .orElse(mostBlocks() - blocks());
    }

    private int mostBlocks() {
        return looks.get(looks.size() - 1);
    }

    /**
     * Adds a block.
     *
     * @param took of both forks together
     */
    void add(MeasuredBlock block, Duration took) {
        if (block.isDisturbed()) {
            disturbed.add(new DisturbedBlock(baseline.size(), block.disturbances(), Optional.empty()));
        }
        measured.add(block.forks().candidate(), block.threads(), took.dividedBy(FORKS_OF_BLOCK));
        measured.learn(block.forks().baseline());
        if (baseline.isEmpty()) {
            asPlanned.ifPresent(first -> measured.fit(fit.after(block, first)));
        }
        baseline.add(block.forks().baseline());
    }

    /** Beyond which its next block is not worth its time: one alone is ended for that, for the next knows better. */
    Duration longestTurn() {
        return asPlanned
                .filter(first -> baseline.isEmpty() && !isShortened)
                .map(fit::longestTurn)
                .orElse(PairedHosts.HOWEVER_LONG);
    }

    /** Has fewer iterations in its first block, because they last so long. */
    void shorten(Duration iteration) {
        isShortened = true;
        asPlanned.ifPresent(first -> measured.fit(fit.lasting(iteration, first)));
        measured.expectPace(iteration);
    }

    /** Whether its next block may be measured again: with it there will be at most half as many repeated as are kept. */
    boolean mayRepeat() {
        return repeated < (blocks() + 2) / 2;
    }

    /** Sets a block apart, which does not count. */
    void repeat(MeasuredBlock block) {
        disturbed.add(new DisturbedBlock(baseline.size(), block.disturbances(), Optional.of(block.forks())));
        repeated++;
    }

    /**
     * Says why no more blocks can be had of it. What has none is measured alone; what has some is judged by them, so that
     * nothing that looks regressed is forgotten.
     */
    void lacks(String why) {
        if (baseline.isEmpty()) {
            lack = why;
            plan(looks.get(0));
            return;
        }
        closed = true;
        isCutShort = true;
        troubles.add(failedBaseline() + ", so it is judged by the blocks before: " + why);
        plan(blocks());
    }

    /** Whether another block is tried after a fork of the baseline failed, as it may by chance: once in each stage. */
    boolean mayTryAgain() {
        return !triedAgain;
    }

    /** Says why a block gave nothing that another is tried for. */
    void tryAgain(String why) {
        triedAgain = true;
        troubles.add(failedBaseline() + ", and another was tried: " + why);
    }

    private String failedBaseline() {
        return "The baseline's side of [" + measured.id() + "] failed in block " + (baseline.size() + 1);
    }

    /** What people should know of its blocks. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    boolean isAlone() {
        return lack != null;
    }

    /**
     * Looks at what there is.
     *
     * @param rules of the present stage
     */
    PairedLook look(ComparisonRules rules) {
        var forks = measured.forks();
        var candidate = measured.toRun("", budget).withForks(forks.subList(screened, forks.size()));
        var seen = PairedLook.at(candidate, List.copyOf(baseline.subList(screened, baseline.size())), rules, metrics);
        latest = seen;
        return seen;
    }

    /** Ends the present stage if what was seen decides it, or plans the next look. */
    void goOnAfter(PairedLook seen, boolean stopsIfFutile) {
        var next = looks.stream().filter(look -> look > seen.blocks()).findFirst();
        if (!seen.isOpen() || next.isEmpty() || (seen.isFutile() && stopsIfFutile)) {
            closed = true;
            return;
        }
        plan(next.get());
    }

    /** Whether more blocks can be had of the present stage. */
    boolean isExtensible() {
        return lack == null && !isCutShort && measured.failures().isEmpty() && blocks() < mostBlocks();
    }

    /** Goes on with the present stage: to the first of the planned looks that gives as many blocks again. */
    void extend() {
        closed = false;
        plan(looks.stream().filter(look -> look >= 2 * blocks()).findFirst().orElse(mostBlocks()));
    }

    /**
     * Begins the second stage: blocks that stand apart from those before.
     *
     * @param suspects the metrics that it is about
     */
    void confirm(Predicate<SampleKey> suspects) {
        screened = baseline.size();
        repeated = 0;
        triedAgain = false;
        confirms = true;
        closed = false;
        audited = null;
        latest = null;
        metrics = suspects;
        plan(looks.get(0));
    }

    PairedForks forks() {
        return new PairedForks(measured.id(), baseline, Optional.ofNullable(lack), disturbed);
    }

    private void plan(int blocks) {
        measured.plan(screened + blocks, confirms ? blocks : 0);
    }
}
