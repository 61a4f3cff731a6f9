/**
 * Rules about what happens inside a call or subscription once it exists: tags, routes, changes, transfers, timers and
 * its end. Takes the evidence of one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.dialog;
