/**
 * Rules about what was sent and never answered or acknowledged, and what the network said of it. Takes the evidence of
 * one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.unanswered;
