@NullMarked
package dev.perfbudget.agent.fork;

import org.jspecify.annotations.NullMarked;
