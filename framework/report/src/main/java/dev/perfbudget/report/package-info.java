/**
 * Prints what the judge decided: a plain table for consoles, a folder of HTML pages for people.
 *
 * <p>A report never decides. Its values come from {@code dev.perfbudget.model}, its sentences from {@code
 * dev.perfbudget.judge.Sentences}; here numbers are rounded, units chosen and tones named, all before a template sees
 * them. View records hold finished text, and a template only places it, loops and branches: the records are the
 * contract with templates, which a team can replace. Escaping is the template engine's work. FreeMarker types stay in
 * {@code Templates}. Start reading at {@link dev.perfbudget.report.HtmlReport}, and for what a page says at {@link
 * dev.perfbudget.report.Page}.
 */
@NullMarked
package dev.perfbudget.report;

import org.jspecify.annotations.NullMarked;
