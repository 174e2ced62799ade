package dev.perfbudget.runner.provenance;

import dev.perfbudget.model.Provenance;
import java.nio.file.Path;
import java.util.Map;

/** Finds out where the code in a directory came from. */
public final class ProvenanceReader {

    private final Path directory;
    private final Map<String, String> environment;

    /** @param environment variables of the process that asks, which CI systems set */
    public ProvenanceReader(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /** Takes some tens of milliseconds, and never more than a few seconds. */
    public Provenance read() {
        var git = new Git(directory);
        var commit = git.commit();
        var ci = CiSystem.of(environment);
        return new Provenance(
                commit,
                git.branch().or(() -> ci.flatMap(system -> system.branch(environment))),
                commit.isPresent() && git.dirty(),
                ci.map(CiSystem::title),
                ci.flatMap(system -> system.buildUrl(environment)));
    }
}
