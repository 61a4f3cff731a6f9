/**
 * What a rule is, and what those about a refusal have in common; the rules themselves lie in one room for each subject. A
 * rule takes the evidence of one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule;
