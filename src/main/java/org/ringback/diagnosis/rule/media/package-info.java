/**
 * Rules about what the packets of media, their reports and the checks before them show of a call. Takes the evidence of
 * one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.media;
