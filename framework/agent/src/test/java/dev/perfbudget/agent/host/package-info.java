@NullMarked
package dev.perfbudget.agent.host;

import org.jspecify.annotations.NullMarked;
