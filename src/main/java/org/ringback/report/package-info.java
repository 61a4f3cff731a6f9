/**
 * What is shown, as text that leaves the program. Takes documents and lists of calls and gives out Markdown, plain
 * text, HTML, CSV and JSON; it must never know where it goes.
 */
package org.ringback.report;
