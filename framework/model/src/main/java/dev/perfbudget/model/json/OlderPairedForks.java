package dev.perfbudget.model.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import java.util.List;
import java.util.Optional;

/** Files that were written before blocks were measured again do not say which were disturbed. */
abstract class OlderPairedForks {

    OlderPairedForks(
            BenchmarkId id,
            List<Fork> forks,
            Optional<String> lack,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<DisturbedBlock> disturbed) {}
}
