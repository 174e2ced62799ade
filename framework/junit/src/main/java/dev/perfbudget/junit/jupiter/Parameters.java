package dev.perfbudget.junit.jupiter;

import dev.perfbudget.junit.OutsideSettings;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What was set from outside, as an extension gets to see it. */
final class Parameters {

    private Parameters() {}

    static OutsideSettings of(ExtensionContext context, Properties system) {
        return OutsideSettings.readKnown(system, context::getConfigurationParameter);
    }
}
