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

    /**
     * Takes some tens of milliseconds, and never more than some seconds. Where git fails, or takes too long, in what should
     * be a checkout, code counts as not committed.
     */
    public Provenance read() {
        var git = new Git(directory);
        var head = git.commit();
        var dirty = head.flatMap(known -> git.dirty());
        // Of a commit of which nobody knows whether the code is its code, nothing can be said.
        var commit = head.filter(known -> dirty.isPresent());
        var ci = CiSystem.of(environment);
        return new Provenance(
                commit,
                git.branch().or(() -> ci.flatMap(system -> system.branch(environment))),
                dirty.orElseGet(git::isInRepository),
                ci.map(CiSystem::title),
                ci.flatMap(system -> system.buildUrl(environment)));
    }
}
