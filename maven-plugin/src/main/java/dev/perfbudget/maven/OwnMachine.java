package dev.perfbudget.maven;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Keeps a parallel build ({@code -T}) from compiling and testing one module while it measures another: a measurement
 * starts when every other module has ended, waits for its own measurement too, or cannot start before this one. Where
 * that cannot be, the run says so.
 */
final class OwnMachine {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final MavenSession session;
    private final MavenProject project;
    private final Log log;
    private final Set<String> waiting;

    OwnMachine(MavenSession session, MavenProject project, Log log) {
        this.session = session;
        this.project = project;
        this.log = log;
        this.waiting = BuildWide.names(session, "waiting");
    }

    /** Measures when nothing else of this build runs. */
    <T> T use(Measurement<T> measurement) throws MojoExecutionException {
        if (session.getRequest().getDegreeOfConcurrency() < 2) {
            return measurement.run(Optional.empty());
        }
        waiting.add(project.getId());
        try {
            synchronized (BuildWide.lock(session, "measuring")) {
                return measurement.run(awaitOthers());
            }
        } finally {
            waiting.remove(project.getId());
        }
    }

    /** Why it has to be measured beside others after all, if so. */
    private Optional<String> awaitOthers() throws MojoExecutionException {
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        var isSaid = false;
        for (var busy = busy(); !busy.isEmpty(); busy = busy()) {
            if (session.getResult().hasExceptions()) {
                return contended("may still run, which nobody can tell after a failure", busy);
            }
            if (System.nanoTime() > deadline) {
                return contended("still run after " + LONGEST_WAIT.toMinutes() + " minutes", busy);
            }
            if (!isSaid) {
                log.info("Waiting for other modules, so that nothing else runs while measuring: " + names(busy));
                isSaid = true;
            }
            sleep();
        }
        return Optional.empty();
    }

    private Optional<String> contended(String why, List<MavenProject> busy) {
        var reason = names(busy) + " of the same parallel build " + why;
        log.warn("Measuring beside other modules: " + reason + ". Times may come out too long; build without -T.");
        return Optional.of(reason);
    }

    /** Other modules that run or may yet start. */
    private List<MavenProject> busy() {
        var areAllThreadsWaiting = waiting.size() >= session.getRequest().getDegreeOfConcurrency();
        if (areAllThreadsWaiting) {
            return List.of();
        }
        var idle = session.getProjects().stream()
                .filter(other -> waiting.contains(other.getId()))
                .flatMap(other -> Stream.concat(Stream.of(other), downstream(other)))
                .map(MavenProject::getId)
                .collect(Collectors.toSet());
        return session.getProjects().stream()
                .filter(other -> !idle.contains(other.getId()))
                .filter(other -> session.getResult().getBuildSummary(other) == null)
                .toList();
    }

    private Stream<MavenProject> downstream(MavenProject upstream) {
        return session.getProjectDependencyGraph().getDownstreamProjects(upstream, true).stream();
    }

    private static List<String> names(List<MavenProject> projects) {
        return projects.stream().map(MavenProject::getArtifactId).toList();
    }

    private static void sleep() throws MojoExecutionException {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while waiting for other modules: nothing was measured.");
        }
    }

    /** What wants the machine for itself. */
    interface Measurement<T> {

        /**
         * Measures.
         *
         * @param contended what runs beside it, if it cannot be alone
         */
        T run(Optional<String> contended) throws MojoExecutionException;
    }
}
