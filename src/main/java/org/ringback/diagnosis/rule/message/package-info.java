/**
 * Rules about the form of single messages: damaged, cut, altered on the way, or alone. Takes the evidence of one call
 * and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.message;
