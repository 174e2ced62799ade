package dev.perfbudget.maven;

import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Whether any module of a build had a run to accept: if none had, the last one has to fail. */
final class AcceptanceOfBuild {

    private final MavenSession session;
    private final Set<String> accepted;
    private final Set<String> passedOver;

    AcceptanceOfBuild(MavenSession session) {
        this.session = session;
        this.accepted = BuildWide.names(session, "accepted");
        this.passedOver = BuildWide.names(session, "passedOver");
    }

    void accepted(MavenProject project) {
        accepted.add(project.getId());
    }

    /** Fails if this was the last module, and none had a run. */
    void passOver(MavenProject project) throws MojoExecutionException {
        passedOver.add(project.getId());
        var isLast = session.getProjects().stream().allMatch(other -> passedOver.contains(other.getId()));
        if (isLast && accepted.isEmpty()) {
            throw new MojoExecutionException("There is no run to accept. Measure first: mvn verify, then"
                    + " mvn perfbudget:accept; or name a run.json with -Dperfbudget.run=… (Benchmarks that are called"
                    + " once, by the goal smoke or by mvn test, are not measured and write none.)");
        }
    }
}
