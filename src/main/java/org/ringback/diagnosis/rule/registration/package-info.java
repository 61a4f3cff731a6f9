/**
 * Rules about bindings at a registrar: refused, too short, lapsed, taken away or not reachable. Takes the evidence of
 * one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.registration;
