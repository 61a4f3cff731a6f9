/**
 * One class for each thing that can be wrong. Takes the evidence of one call and gives out findings; a rule must never
 * know words or what other rules found.
 */
package org.ringback.diagnosis.rule;
