/**
 * What stands on a page, laid out once: takes handbook entries, comparisons, findings and what the network did with their
 * words and gives out documents; it must never know who paints.
 */
package org.ringback.page;
