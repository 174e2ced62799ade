package dev.perfbudget.maven;

import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Which modules of a build were examined: one without benchmarks is fine, a whole build without any is not. */
final class ExaminedModules {

    private final MavenSession session;
    private final Set<String> seen;
    private final Set<String> withBenchmarks;

    ExaminedModules(MavenSession session) {
        this.session = session;
        this.seen = BuildWide.names(session, "examined");
        this.withBenchmarks = BuildWide.names(session, "examinedWithBenchmarks");
    }

    void add(MavenProject project) {
        seen.add(project.getId());
        withBenchmarks.add(project.getId());
    }

    /** Adds a module that has none, and says whether none of the build has any. */
    boolean isLastWithoutAny(MavenProject project) {
        seen.add(project.getId());
        return withBenchmarks.isEmpty()
                && session.getProjects().stream().allMatch(other -> seen.contains(other.getId()));
    }

    /** Whether nobody has asked before: all modules are measured on the same machine. */
    boolean isMachineNew() {
        return BuildWide.names(session, "examinedMachine").add("this");
    }
}
