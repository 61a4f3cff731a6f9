/**
 * What is shown, as text that leaves the program. Takes handbook entries and comparisons and gives out Markdown, plain
 * text, HTML and JSON; it must never know whether they go to a terminal, a file or the clipboard.
 */
package org.ringback.report;
