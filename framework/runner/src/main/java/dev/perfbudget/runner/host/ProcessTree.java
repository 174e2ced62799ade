package dev.perfbudget.runner.host;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process with everything it has started. */
final class ProcessTree {

    private final ProcessHandle root;

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    static OptionalLong parentOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(parent -> OptionalLong.of(parent.pid()))
                .orElseGet(OptionalLong::empty);
    }

    /** Ends all of it, without asking; the descendants too, which would otherwise outlive their parent. */
    void kill() {
        var descendants = descendants();
        root.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** Like {@link #kill}, and waits until the root is gone. */
    void killAndWait(Duration atMost) {
        kill();
        try {
            root.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stubborn) {
            // The kernel has the order; there is nothing stronger to do.
        }
    }

    private List<ProcessHandle> descendants() {
        return root.descendants().toList();
    }
}
