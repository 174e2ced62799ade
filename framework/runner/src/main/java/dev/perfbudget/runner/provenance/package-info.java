/**
 * Where the measured code came from: Git commit, branch and dirty flag, CI system and build URL.
 *
 * <p>Asks {@code git} for a bounded time and the environment variables of the CI systems; whatever cannot be had is
 * absent, and nothing here fails a run. Start reading at {@link dev.perfbudget.runner.provenance.ProvenanceReader}.
 */
@NullMarked
package dev.perfbudget.runner.provenance;

import org.jspecify.annotations.NullMarked;
