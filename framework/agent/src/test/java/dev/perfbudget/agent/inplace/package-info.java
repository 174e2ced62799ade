/** Tests of what is measured in place. */
@NullMarked
package dev.perfbudget.agent.inplace;

import org.jspecify.annotations.NullMarked;
