/**
 * What is shown, as text that leaves the program. Takes handbook entries, comparisons, calls and findings and gives out
 * Markdown, plain text, HTML and JSON, and selected calls as files; it must never know whether they go to a terminal, a file or the clipboard.
 */
package org.ringback.report;
