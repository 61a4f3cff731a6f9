/**
 * Rules about requests that somebody refused: who said no first, for what reason, and what helps. Takes the evidence of
 * one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.refusal;
