package dev.perfbudget.runner.host;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.ToFork;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.process.ProcessTree;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The conversation about one fork, from the command to its outcome. */
final class ForkExchange {

    /** The fork has ended when its host answers; what it said last may still be on its way on the other link. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private static final Duration UNTIL_JMH_NOTICES = Duration.ofSeconds(15);

    private final Host host;
    private final ToHost.RunFork command;
    private final ForkWatch watch;
    private final Turns turns;
    private boolean forkGone;

    ForkExchange(Host host, ToHost.RunFork command, ForkWatch watch, Turns turns) {
        this.host = host;
        this.command = command;
        this.watch = watch;
        this.turns = turns;
    }

    ForkOutcome await() {
        while (true) {
            var event = host.next(watch.patience());
            if (event == null) {
                return killHung();
            }
            var outcome = outcomeOf(event);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    private Optional<ForkOutcome> outcomeOf(HostEvent event) {
        note(event);
        if (event instanceof HostEvent.HostSaid said) {
            return Optional.of(answered(said.message()));
        }
        if (event instanceof HostEvent.HostGone) {
            killFork();
            return Optional.of(host.died());
        }
        if (event instanceof HostEvent.Cancelled cancelled) {
            host.kill();
            return Optional.of(new ForkOutcome.Failed(
                    ForkFailure.Kind.NOT_REACHED, "Cancelled " + watch.doing() + ": " + cancelled.reason(), ""));
        }
        return Optional.empty();
    }

    private void note(HostEvent event) {
        if (event instanceof HostEvent.ForkSaid said) {
            watch.heard(said.pid(), said.message());
            host.observe(said);
            if (said.message() instanceof FromFork.AwaitsTurn) {
                giveTurn(said.link());
            }
        }
        if (event instanceof HostEvent.ForkGone gone) {
            forkGone = forkGone
                    || watch.ready().filter(ready -> ready.pid() == gone.pid()).isPresent();
        }
    }

    private void giveTurn(Link fork) {
        turns.take();
        try {
            fork.send(new ToFork.TakeTurn());
        } catch (IOException gone) {
            // It ended while it waited; its host says how.
        }
    }

    private ForkOutcome answered(FromHost answer) {
        if (answer instanceof FromHost.ForkCompleted completed) {
            hearLastWords();
            return new Acceptance(command).judge(completed, watch);
        }
        if (answer instanceof FromHost.ForkFailed failed) {
            return failure(failed);
        }
        throw new IllegalStateException("The host answered a fork with [" + answer + "]");
    }

    private ForkOutcome failure(FromHost.ForkFailed said) {
        var kind = ForkFailure.Kind.valueOf(said.kind().name());
        return new ForkOutcome.Failed(kind, said.message(), said.detail());
    }

    private void hearLastWords() {
        var end = System.nanoTime() + LAST_WORDS.toNanos();
        while (!forkGone && System.nanoTime() < end) {
            var event = host.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            if (event == null) {
                return;
            }
            note(event);
        }
    }

    private ForkOutcome killHung() {
        var pids = watch.ready().map(ready -> List.of(ready.pid())).orElseGet(host::children);
        var dump = pids.stream().findFirst().map(host::threadDump).orElseGet(() -> new ThreadDump(""));
        pids.forEach(ForkExchange::kill);
        awaitAnswer();
        var message = "No sign of life for %d s %s%s, so the fork %s was killed. If it needs longer, raise %s"
                .formatted(
                        watch.patience().toSeconds(),
                        watch.doing(),
                        dump.where().map(where -> ", at " + where).orElse(""),
                        pids,
                        command.effort().timeoutSetting());
        return new ForkOutcome.Failed(ForkFailure.Kind.HUNG, message, dump.text());
    }

    /** A fork survives its host for as long as nobody tells it. */
    private void killFork() {
        watch.ready().ifPresent(ready -> kill(ready.pid()));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(fork -> new ProcessTree(fork).kill());
    }

    /** JMH answers once it finds its fork dead; a host that does not is of no more use. */
    private void awaitAnswer() {
        var end = System.nanoTime() + UNTIL_JMH_NOTICES.toNanos();
        while (System.nanoTime() < end) {
            var event = host.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            if (event instanceof HostEvent.HostSaid) {
                return;
            }
            if (event == null || event instanceof HostEvent.HostGone) {
                break;
            }
        }
        host.kill();
    }
}
