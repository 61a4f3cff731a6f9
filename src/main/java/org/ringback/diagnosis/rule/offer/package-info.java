/**
 * Rules about what both sides agreed on in their session descriptions, and what they could not agree on. Takes the
 * evidence of one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.offer;
