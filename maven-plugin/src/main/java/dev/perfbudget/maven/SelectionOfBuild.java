package dev.perfbudget.maven;

import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Whether includes or tags that match nothing in one module match something in another. If they match nowhere, the last
 * module has to fail: a misspelt name must not pass for a kept budget.
 */
final class SelectionOfBuild {

    private final MavenSession session;
    private final Set<String> matched;
    private final Set<String> unmatched;

    SelectionOfBuild(MavenSession session) {
        this.session = session;
        this.matched = BuildWide.names(session, "matched");
        this.unmatched = BuildWide.names(session, "unmatched");
    }

    void match(MavenProject project) {
        matched.add(project.getId());
    }

    void missIn(MavenProject project, String why) {
        unmatched.add(project.getArtifactId() + ": " + why);
    }

    /** What is wrong, as seen by the last module that is verified. */
    Optional<String> problemAfter(MavenProject project, PluginDescriptor plugin, MojoExecution execution) {
        synchronized (BuildWide.lock(session, "verifying")) {
            var verified = BuildWide.names(session, "verified");
            verified.add(project.getId());
            var areAllVerified = session.getProjects().stream()
                    .filter(other ->
                            execution.getSource() == MojoExecution.Source.CLI || Bindings.verify(other, plugin))
                    .allMatch(other -> verified.contains(other.getId()));
            return areAllVerified && matched.isEmpty() && !unmatched.isEmpty()
                    ? Optional.of("Nothing was measured in the whole build. " + String.join("; ", unmatched) + ".")
                    : Optional.empty();
        }
    }
}
