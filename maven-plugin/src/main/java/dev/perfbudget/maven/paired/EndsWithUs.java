package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A work tree that does not outlive this JVM, nor does the process that works on it, however soon somebody ends us: the hook
 * is in force until the work tree is removed, and waits for a removal that has begun.
 */
final class EndsWithUs implements AutoCloseable {

    private final Thread hook = new Thread(this::end, "perfbudget-end-baseline-build");
    private final Worktree worktree;
    private Optional<Process> process = Optional.empty();
    private boolean isEnding;

    EndsWithUs(Worktree worktree) {
        this.worktree = worktree;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Worktree worktree() {
        return worktree;
    }

    /** Runs something to its end. */
    int run(Start start) throws IOException, MojoExecutionException {
        try {
            return launch(start).waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted: the build of the baseline was ended.", interrupted);
        }
    }

    /** Starts something, when what was started before has ended. */
    synchronized Process launch(Start start) throws IOException, MojoExecutionException {
        if (isEnding) {
            throw new MojoExecutionException("This build is being ended: the baseline was not built.");
        }
        var running = start.process();
        process = Optional.of(running);
        return running;
    }

    private synchronized void end() {
        isEnding = true;
        kill();
        try {
            worktree.remove();
        } catch (IOException stillInUse) {
            // The next build removes it.
        }
    }

    private void kill() {
        process.ifPresent(running -> {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        });
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            kill();
            worktree.remove();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook finds nothing left to do.
        }
    }

    /** How it is started. */
    interface Start {

        Process process() throws IOException, MojoExecutionException;
    }
}
