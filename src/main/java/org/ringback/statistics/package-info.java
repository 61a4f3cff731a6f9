/**
 * Many calls in a few numbers. Takes calls, legs joined, and gives out how many were answered and what failed by code, host,
 * program and time; it must never know files, packets or words.
 */
package org.ringback.statistics;
