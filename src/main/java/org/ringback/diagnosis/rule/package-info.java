/**
 * One class for each thing that can be wrong. Takes the evidence of one call and gives out findings; a rule must never know
 * another call's findings, nor how its own are worded.
 */
package org.ringback.diagnosis.rule;
