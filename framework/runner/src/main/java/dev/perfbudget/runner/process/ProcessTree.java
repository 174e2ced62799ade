package dev.perfbudget.runner.process;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process with everything it has started. */
public final class ProcessTree {

    private final ProcessHandle root;

    /** @param root the process that started the others */
    public ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** Who started a living process. */
    public static OptionalLong parentOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(parent -> OptionalLong.of(parent.pid()))
                .orElseGet(OptionalLong::empty);
    }

    /** Ends all of it, without asking; the descendants too, which would otherwise outlive their parent. */
    public void kill() {
        var descendants = descendants();
        root.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** Like {@link #kill}, and waits until the root is gone. */
    public void killAndWait(Duration atMost) {
        kill();
        try {
            root.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stubborn) {
            // The kernel has the order; there is nothing stronger to do.
        }
    }

    /** Ends all but the root. */
    public void killDescendants() {
        descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> descendants() {
        return root.descendants().toList();
    }
}
