package dev.perfbudget.maven;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;

/** Builds as Maven has them in memory while it runs. */
public final class Builds {

    private Builds() {}

    static Parameters parameters(Map<String, String> commandLine, Map<String, String> pom) {
        return Parameters.of(session(1, commandLine), pom);
    }

    /** One that builds some modules, in {@code threads} threads. */
    @SuppressWarnings("deprecation") // There is no other way to make one, and no other that runs on Maven 3.8.
    public static MavenSession session(int threads, Map<String, String> commandLine, MavenProject... modules) {
        var request = new DefaultMavenExecutionRequest();
        request.setDegreeOfConcurrency(threads);
        var user = new Properties();
        commandLine.forEach(user::setProperty);
        request.setUserProperties(user);
        var session = new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(modules));
        return session;
    }

    public static MavenProject module(String artifactId) {
        var model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId(artifactId);
        model.setVersion("1");
        return new MavenProject(model);
    }
}
