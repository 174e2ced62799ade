/**
 * The files of a run: {@code forks/*.jsonl}, {@code run.json}, {@code verdict.json}; every field is described in {@code
 * docs/files.md}.
 *
 * <p>The only package that knows the JSON library. Every file and line says its schema; a newer one is refused with a
 * clear message. Numbers that are not finite are written as JMH does, as the strings {@code "NaN"} and {@code
 * "Infinity"}; absent values are absent. Start reading at {@link dev.perfbudget.model.json.RunDirectory}.
 */
@NullMarked
package dev.perfbudget.model.json;

import org.jspecify.annotations.NullMarked;
