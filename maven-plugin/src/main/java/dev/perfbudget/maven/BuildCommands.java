package dev.perfbudget.maven;

import dev.perfbudget.report.NextCommands;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What can be run next after a build, beside the same baseline. */
record BuildCommands(MavenSession session) {

    private static final String BASELINE = "perfbudget.baseline";

    /** Of all its modules. */
    NextCommands ofAll() {
        return commands("", "");
    }

    /** Of one of them. */
    NextCommands of(MavenProject module) {
        return session.getProjects().size() > 1 ? commands(" -pl :" + module.getArtifactId(), " -am") : ofAll();
    }

    private NextCommands commands(String module, String alsoMake) {
        var commands = new NextCommands("mvn verify" + module + alsoMake, "mvn perfbudget:accept" + module);
        return Optional.ofNullable(session.getUserProperties().getProperty(BASELINE))
                .map(named -> commands.measuredWith("-D" + BASELINE + "=" + named))
                .orElse(commands);
    }
}
