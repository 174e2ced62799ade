package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

final class OwnMachineTest {

    private final MavenProject own = Builds.module("own");
    private final MavenProject other = Builds.module("other");

    @Test
    void a_build_that_is_not_parallel_has_the_machine() throws Exception {
        assertThat(contended(Builds.session(1, Map.of(), own, other))).isEmpty();
    }

    @Test
    void modules_that_have_ended_disturb_nobody() throws Exception {
        var session = parallel();
        session.getResult().addBuildSummary(new BuildSuccess(other, 1));

        assertThat(contended(session)).isEmpty();
    }

    @Test
    void after_a_failure_it_does_not_wait_for_ever_but_says_what_may_run_beside_it() throws Exception {
        var session = parallel();
        session.getResult().addException(new IllegalStateException("a third module failed"));

        assertThat(contended(session))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("[other]").contains("after a failure"));
    }

    private MavenSession parallel() {
        var session = Builds.session(4, Map.of(), own, other);
        session.setProjectDependencyGraph(new Independent());
        return session;
    }

    private Optional<String> contended(MavenSession session) throws Exception {
        return new OwnMachine(session, own, new SystemStreamLog()).use(contended -> contended);
    }

    private static final class Independent implements ProjectDependencyGraph {

        @Override
        public List<MavenProject> getAllProjects() {
            return List.of();
        }

        @Override
        public List<MavenProject> getSortedProjects() {
            return List.of();
        }

        @Override
        public List<MavenProject> getDownstreamProjects(MavenProject project, boolean transitive) {
            return List.of();
        }

        @Override
        public List<MavenProject> getUpstreamProjects(MavenProject project, boolean transitive) {
            return List.of();
        }
    }
}
