@NullMarked
package dev.perfbudget.agent.discovery;

import org.jspecify.annotations.NullMarked;
