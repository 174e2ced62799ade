/**
 * What is measured beside itself between the blocks of a run, to find out whether blocks can be trusted.
 *
 * <p>No code of users, and nothing that they could change: whatever moves here has been moved by the machine, or by the
 * way of measuring. Nothing else of ours refers to it; JMH's code for it is generated when it is needed, so that no
 * benchmark list of users ever has it. Needs JMH's annotations only.
 */
@NullMarked
package dev.perfbudget.agent.control;

import org.jspecify.annotations.NullMarked;
